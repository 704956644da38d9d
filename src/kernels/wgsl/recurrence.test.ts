import { afterAll, describe, expect, it } from 'vitest';
import { cellCase, VARIANTS } from '../../models/cells/cells.testkit.ts';
import { openDawnBackend } from './dawn.testkit.ts';
import { compilationSettled } from './dispatch.ts';
import { findDifference, passOf } from './parity.testkit.ts';
import { sequenceByReference, sequenceOnDevice } from './sequence-pass.ts';

const { open, reason } = await openDawnBackend();
describe.skipIf(!open)(`the fused recurrence${reason}`, { timeout: 60_000 }, () => {
  afterAll(() => open?.dispose());
  it.each(VARIANTS)('%s', async (_name, spec) => {
    const pass = passOf(cellCase(spec));
    const found = await sequenceOnDevice(pass);
    if (open) await compilationSettled(open.device);
    expect(findDifference(sequenceByReference(pass), found, 5)).toBeNull();
  });
});

import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { cellCase, VARIANTS } from '../../models/cells/cells.testkit.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import type { CellShape, CellSpec, SequenceSize } from '../../models/cells/types.ts';
import { ACTIVATIONS, type Activation } from '../../models/dense/activations.ts';
import { openDawnBackend } from './dawn.testkit.ts';
import { compilationSettled } from './dispatch.ts';
import { findDifference, passOf } from './parity.testkit.ts';
import { type SequencePass, sequenceByReference, sequenceOnDevice } from './sequence-pass.ts';

const { open, reason } = await openDawnBackend();

/** Forward values and every gradient, against the reference. */
async function expectParity(pass: SequencePass): Promise<void> {
  const found = await sequenceOnDevice(pass);
  if (open) await compilationSettled(open.device);
  const longest = Math.max(pass.shape.inputs, pass.shape.hidden);
  expect(findDifference(sequenceByReference(pass), found, longest)).toBeNull();
}

/** Small enough weights that sums over many units stay where the activations bend. */
function caseOf(spec: CellSpec, shape: CellShape, size: SequenceSize, seed = 1) {
  const subject = cellCase(spec, shape, size, seed);
  const scale = Math.min(1, 3 / Math.sqrt(shape.hidden));
  subject.flat.forEach((value, i) => {
    subject.flat[i] = scale * value;
  });
  return subject;
}

const KINDS: readonly (readonly [string, CellSpec])[] = [
  ['RNN', DEFAULT_RNN],
  ['GRU, reset before', DEFAULT_GRU],
  ['GRU, reset after, keeps', { ...DEFAULT_GRU, reset: 'after', update: 'keeps' }],
  ['LSTM, peepholes', { ...DEFAULT_LSTM, peepholes: true }],
];

// A software adapter takes most of its time to compile, the longer the more workgroup memory: one device, shapes shared where
// a test does not ask for others, large ones with few rows.
describe.skipIf(!open)(`the fused recurrence${reason}`, { timeout: 120_000 }, () => {
  afterAll(() => open?.dispose());

  it.each(VARIANTS)('%s is the reference, forward and back', (_name, spec) =>
    expectParity(passOf(cellCase(spec))),
  );

  it.each(Object.keys(ACTIVATIONS) as Activation[])('%s, value and slope', (activation) =>
    expectParity(passOf(cellCase({ kind: 'rnn', activation }))),
  );

  it.each(KINDS)('%s: each example has its own length, in both directions', async (_name, spec) => {
    // Lengths 4, 1 and 0, and a hole.
    const mask = Uint8Array.of(1, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0);
    await expectParity(passOf(cellCase(spec), { mask }));
    await expectParity(passOf(cellCase(spec), { mask, reverse: true }));
    await expectParity(passOf(cellCase(spec), { reverse: true }));
  });

  it('leaves the state and its gradient as they are where no step is computed', async () => {
    const pass = passOf(cellCase(DEFAULT_LSTM), { mask: new Uint8Array(12) });
    const found = await sequenceOnDevice(pass);
    expect(found.finalCell).toEqual(Float64Array.from(Float32Array.from(pass.initial.cell)));
    expect(found.dRecurrentWeights.every((value) => value === 0)).toBe(true);
  });

  it.each([
    ['1 of everything', { inputs: 1, hidden: 1 }, { steps: 1, batch: 1 }],
    ['two rows a workgroup', { inputs: 2, hidden: 7 }, { steps: 2, batch: 2 }],
    ['tiles and workgroups that are just full', { inputs: 32, hidden: 64 }, { steps: 32, batch: 2 }],
    ['one more than fits', { inputs: 33, hidden: 33 }, { steps: 3, batch: 5 }],
  ])('%s', async (_name, shape, size) => {
    await expectParity(passOf(caseOf(DEFAULT_LSTM, shape, size)));
  });

  it.each(KINDS)('%s: any shape', async (_name, spec) => {
    const shapes = fc.record({
      inputs: fc.integer({ min: 1, max: 40 }),
      hidden: fc.integer({ min: 1, max: 64 }),
      steps: fc.integer({ min: 1, max: 32 }),
      batch: fc.integer({ min: 1, max: 9 }),
      seed: fc.integer({ min: 1, max: 1000 }),
    });
    const subject = fc.asyncProperty(shapes, ({ inputs, hidden, steps, batch, seed }) =>
      expectParity(passOf(caseOf(spec, { inputs, hidden }, { steps, batch }, seed))),
    );
    await fc.assert(subject, { numRuns: process.env.DEEP ? 40 : 2, endOnFailure: true });
  });

  it('512 units, 2 steps', () =>
    expectParity(passOf(caseOf(DEFAULT_LSTM, { inputs: 3, hidden: 512 }, { steps: 2, batch: 1 }))));

  it.runIf(process.env.DEEP).each(KINDS)('%s: 512 units, 512 steps', { timeout: 600_000 }, (_name, spec) =>
    expectParity(passOf(caseOf(spec, { inputs: 4, hidden: 512 }, { steps: 512, batch: 3 }))),
  );

  it.each(KINDS)('%s: inputs of ±100 saturate as in the reference', async (_name, spec) => {
    const subject = cellCase(spec);
    const input = {
      form: 'dense',
      values: subject.input.values.map((value) => 100 * Math.sign(value)),
    } as const;
    const pass = passOf({ ...subject, input });
    const found = await sequenceOnDevice(pass);
    for (const values of Object.values(found)) expect(values.every(Number.isFinite)).toBe(true);
    const { hidden, finalHidden, finalCell } = sequenceByReference(pass);
    expect(findDifference({ hidden, finalHidden, finalCell }, found, 5)).toBeNull();
  });

  it('is the same bit for bit when done again', async () => {
    const pass = passOf(caseOf(DEFAULT_GRU, { inputs: 5, hidden: 33 }, { steps: 9, batch: 6 }));
    expect(await sequenceOnDevice(pass)).toEqual(await sequenceOnDevice(pass));
  });
});

import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../../../models/cells/cells.testkit.ts';
import { gateRoles } from '../../../models/cells/roles.ts';
import { momentCount, updateProgram } from '../optimizer.ts';
import { programCode } from '../program.ts';
import { backwardProgram } from './backward.ts';
import { cellShader, traceLanes } from './cell.ts';
import { forwardProgram } from './forward.ts';
import { weightGradientParts } from './parameter-gradients.ts';

const LIMITS = {
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  maxComputeWorkgroupStorageSize: 16_384,
};
/** Storage buffers that any device allows a shader. */
const MOST_BUFFERS = 8;

describe.each(VARIANTS)('%s', (_name, spec) => {
  it('keeps its gates in the order of their columns, then what it came from', () => {
    const lanes = traceLanes(spec);
    const gates = gateRoles(spec);
    expect(lanes.slice(0, gates.length)).toEqual(gates);
    expect(lanes[gates.length]).toBe('previous');
    expect(new Set(lanes).size).toBe(lanes.length);
  });

  it('asks for no more buffers than any device allows, masked and with a final gradient', () => {
    const shape = { spec, hidden: 64, batch: 32, masked: true, fromFinal: true };
    for (const { program } of [forwardProgram(shape, LIMITS), backwardProgram(shape, LIMITS)]) {
      expect(program.buffers.length).toBeLessThanOrEqual(MOST_BUFFERS);
      expect(programCode(program)).not.toMatch(/undefined|NaN|-1u/);
    }
  });

  it('sends every gate’s gradient back, and sums each block of columns once', () => {
    const { backward } = cellShader(spec, false);
    const gates = gateRoles(spec);
    const code = backward.map(({ enter, leave }) => enter + leave).join('\n');
    for (const role of gates) expect(code).toContain(`let dz_${role} =`);
    const blocks = backward.flatMap(({ first, blocks: count }) =>
      Array.from({ length: count }, (_, i) => first + i),
    );
    expect(blocks.sort()).toEqual(gates.map((_, block) => block));
  });

  it('has a weight gradient for each column once', () => {
    const parts = weightGradientParts(spec, 7);
    const columns = parts.flatMap(({ offset, columns: count }) =>
      Array.from({ length: count }, (_, i) => offset + i),
    );
    expect(columns).toEqual(Array.from({ length: 7 * gateRoles(spec).length }, (_, i) => i));
  });
});

it.each(['sgd', 'momentum', 'rmsprop', 'adam'] as const)('%s has buffers for its moments', (kind) => {
  const { buffers } = updateProgram(kind);
  expect(buffers.filter(({ name }) => name.startsWith('moment')).length).toBe(momentCount(kind));
  expect(buffers.length).toBeLessThanOrEqual(MOST_BUFFERS);
});

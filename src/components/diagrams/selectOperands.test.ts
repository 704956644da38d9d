import { describe, expect, it } from 'vitest';
import { cellParameterCount, viewCell } from '../../models/cells/parameters.ts';
import { DEFAULT_CELLS, laneRoles } from '../../models/cells/roles.ts';
import { forwardSequence } from '../../models/cells/sequence.ts';
import type { CellSpec } from '../../models/cells/types.ts';
import { createRandom } from '../../models/random.ts';
import { selectOperands } from './selectOperands.ts';

const shape = { inputs: 3, hidden: 4 };

function run(spec: CellSpec) {
  const random = createRandom(5);
  const flat = Float64Array.from({ length: cellParameterCount(spec, shape) }, () => random.normal());
  const cell = viewCell(spec, shape, flat);
  const input = { form: 'one-hot', ids: Int32Array.from([0, 2, 1]) } as const;
  return { cell, trace: forwardSequence(spec, shape, cell, input, { steps: 3, batch: 1 }) };
}

describe.each(Object.values(DEFAULT_CELLS))('selectOperands: $kind', (spec) => {
  const { cell, trace } = run(spec);

  it.each(laneRoles(spec))('%s: the products shown sum to what the trace holds', (role) => {
    const found = selectOperands(trace, cell, { role, step: 2, unit: 1 });
    const terms = found.kind === 'gate' ? found.gate.terms : found.state.terms;
    const sum = terms.reduce((total, { product }) => total + product, 0);
    const shown = found.kind === 'gate' ? found.gate.pre : found.state.value;
    expect(sum).toBeCloseTo(shown, 12);
    const value = found.kind === 'gate' ? found.gate.value : found.state.value;
    expect(value).toBe(trace.values[role]?.[2 * 4 + 1]);
  });
});

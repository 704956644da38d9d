import { describe, expect, it } from 'vitest';
import { cellParameterCount, viewCell } from '../../../models/cells/parameters.ts';
import { DEFAULT_LSTM, DEFAULT_RNN } from '../../../models/cells/roles.ts';
import { forwardSequence } from '../../../models/cells/sequence.ts';
import type { CellSpec, Hold } from '../../../models/cells/types.ts';
import { createRandom } from '../../../models/random.ts';
import { hasMemorylessUnit } from './memoryless.ts';

const SHAPE = { inputs: 6, hidden: 3 };

/** A random cell reads the ids; `change` may edit its weights (row = old unit, column = unit). */
function read(
  ids: readonly number[],
  change: (recurrent: Float64Array, bias: Float64Array) => void = () => {},
  { spec = DEFAULT_RNN, holds = [] }: { spec?: CellSpec; holds?: readonly Hold[] } = {},
) {
  const random = createRandom(3);
  const flat = Float64Array.from({ length: cellParameterCount(spec, SHAPE) }, () => random.normal());
  const parameters = viewCell(spec, SHAPE, flat);
  change(parameters.recurrentWeights, parameters.bias);
  const input = { form: 'one-hot', ids: Int32Array.from(ids) } as const;
  return forwardSequence(spec, SHAPE, parameters, input, { steps: ids.length, batch: 1 }, { holds });
}

const forget = (unit: number) => (recurrent: Float64Array) => {
  for (let from = 0; from < 3; from++) recurrent[from * 3 + unit] = 0;
};

describe('hasMemorylessUnit', () => {
  it('holds when all weights from the old state into a unit are 0', () => {
    expect(hasMemorylessUnit(read([1, 2, 3, 1, 4]))).toBe(false);
    for (const unit of [0, 1, 2]) expect(hasMemorylessUnit(read([1, 2, 3, 1, 4], forget(unit)))).toBe(true);
  });

  it('is not fooled when one of the weights is left', () => {
    const most = (recurrent: Float64Array) => {
      forget(1)(recurrent);
      recurrent[2 * 3 + 1] = 0.01;
    };
    expect(hasMemorylessUnit(read([1, 2, 3, 1, 4], most))).toBe(false);
  });

  it('wants a word that stands twice, and more than one word', () => {
    expect(hasMemorylessUnit(read([1, 2, 3, 4, 5], forget(0)))).toBe(false);
    expect(hasMemorylessUnit(read([1, 1, 1], forget(0)))).toBe(false);
  });

  it('does not take a saturated unit for one without memory', () => {
    const saturate = (_: Float64Array, bias: Float64Array) => bias.fill(100, 0, 1);
    expect(hasMemorylessUnit(read([1, 2, 3, 1, 4], saturate))).toBe(false);
  });

  it('wants weights, not held values, and an RNN', () => {
    const holds: Hold[] = [0, 1, 2, 3, 4].map((step) => {
      return { role: 'hidden', step, unit: 0, value: [0.1, 0.2, 0.3, 0.1, 0.4][step] ?? 0 };
    });
    expect(hasMemorylessUnit(read([1, 2, 3, 1, 4], undefined, { holds }))).toBe(false);
    expect(hasMemorylessUnit(read([1, 2, 3, 1, 4], undefined, { spec: DEFAULT_LSTM }))).toBe(false);
  });
});

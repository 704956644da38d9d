import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CELLS, DEFAULT_GRU } from '../../../models/cells/roles.ts';
import { type StackSpec, stackParameterCount, viewStack } from '../../../models/cells/stack.ts';
import type { CellKind } from '../../../models/cells/types.ts';
import { toTorch } from '../../../models/convert/torch.ts';
import { formulaCount, modelCount, torchCount } from './counts.ts';

const kinds = fc.constantFrom<CellKind>('rnn', 'gru', 'lstm');
const sizes = fc.integer({ min: 1, max: 40 });

describe('parameter counts', () => {
  it("the lesson's formula is the model's count", () => {
    fc.assert(
      fc.property(kinds, sizes, sizes, (kind, inputs, hidden) => {
        expect(formulaCount(kind, { inputs, hidden })).toBe(modelCount(kind, { inputs, hidden }));
      }),
    );
  });

  it.each(['rnn', 'gru', 'lstm'] as const)('%s: PyTorch has as many numbers as the formula says', (kind) => {
    const cell = kind === 'gru' ? ({ ...DEFAULT_GRU, reset: 'after' } as const) : DEFAULT_CELLS[kind];
    const spec: StackSpec = { cell, inputs: 10, hidden: 20, layers: 1, directions: 'forward' };
    const state = toTorch(spec, viewStack(spec, new Float64Array(stackParameterCount(spec))));
    if (!state.ok) throw new Error(state.error.code);
    const numbers = Object.values(state.value).reduce((sum, { data }) => sum + data.length, 0);
    expect(numbers).toBe(torchCount(kind, { inputs: 10, hidden: 20 }));
  });
});

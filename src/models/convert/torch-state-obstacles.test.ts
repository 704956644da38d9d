import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import type { StackSpec } from '../cells/stack.ts';
import type { CellSpec } from '../cells/types.ts';
import { torchError } from './torch.ts';
import { anyStack } from './torch-state.testkit.ts';
import { torchObstacles } from './torch-state-obstacles.ts';

const stack = (cell: CellSpec, directions: StackSpec['directions'] = 'forward'): StackSpec => ({
  cell,
  inputs: 2,
  hidden: 3,
  layers: 1,
  directions,
});

describe('torchObstacles', () => {
  it('is empty exactly where the converter converts, and includes the reason that it gives', () => {
    fc.assert(
      fc.property(anyStack, (spec) => {
        const error = torchError(spec);
        if (error) expect(torchObstacles(spec)).toContainEqual(error);
        else expect(torchObstacles(spec)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('lists every reason, not the first', () => {
    const lstm: CellSpec = { ...DEFAULT_LSTM, peepholes: true, gate: 'hard-sigmoid', output: 'linear' };
    expect(torchObstacles(stack(lstm, 'sum'))).toEqual([
      { code: 'directions', found: 'sum' },
      { code: 'peepholes' },
      { code: 'activation', role: 'update', expected: ['sigmoid'], found: 'hard-sigmoid' },
      { code: 'activation', role: 'cell', expected: ['tanh'], found: 'linear' },
    ]);
  });

  it('knows the GRU of the course from PyTorch’s', () => {
    expect(torchObstacles(stack(DEFAULT_GRU))).toEqual([
      { code: 'reset', expected: 'after', found: 'before' },
    ]);
    expect(torchObstacles(stack({ ...DEFAULT_GRU, reset: 'after' }))).toEqual([]);
    expect(torchObstacles(stack({ ...DEFAULT_GRU, variant: 'simplified' }))).toEqual([
      { code: 'simplified-gru' },
    ]);
  });

  it('nn.RNN has tanh and relu', () => {
    expect(torchObstacles(stack({ ...DEFAULT_RNN, activation: 'relu' }, 'concat'))).toEqual([]);
    expect(torchObstacles(stack({ ...DEFAULT_RNN, activation: 'linear' }))).toHaveLength(1);
  });
});

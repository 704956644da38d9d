import { describe, expect, it } from 'vitest';
import { DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { type StackSpec, stackParameterCount, viewStack } from '../../../models/cells/stack.ts';
import { toTorch } from '../../../models/convert/torch.ts';
import { torchRows } from './torchRows.ts';

describe('torchRows', () => {
  it('are i, f, g, o from top to bottom', () => {
    expect(torchRows('update', 20)).toEqual([0, 19]);
    expect(torchRows('forget', 20)).toEqual([20, 39]);
    expect(torchRows('candidate', 20)).toEqual([40, 59]);
    expect(torchRows('output', 20)).toEqual([60, 79]);
  });

  it('are where a marked forget gate turns up in the exported matrix', () => {
    const spec: StackSpec = { cell: DEFAULT_LSTM, inputs: 2, hidden: 3, layers: 1, directions: 'forward' };
    const layers = viewStack(spec, new Float64Array(stackParameterCount(spec)));
    // Ours: the forget gate has the first n_a columns.
    for (let row = 0; row < 2; row++) layers[0]?.[0]?.inputWeights.fill(1, row * 12, row * 12 + 3);
    const state = toTorch(spec, layers);
    if (!state.ok) throw new Error(state.error.code);
    const marked = [...(state.value.weight_ih_l0?.data ?? [])].flatMap((value, i) =>
      value === 1 ? [Math.floor(i / 2)] : [],
    );
    const [first, last] = torchRows('forget', 3);
    expect(new Set(marked)).toEqual(new Set([first, first + 1, last]));
  });
});

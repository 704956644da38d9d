import { describe, expect, it } from 'vitest';
import {
  networkLayout,
  networkLossAndGradients,
  networkZeroStates,
} from '../../src/models/network/token-network.ts';
import { createOptimizer } from '../../src/models/optim/optimizer.ts';
import { findSlot } from '../../src/models/parameters.ts';
import { createCase, OPTIMIZER } from './case.ts';
import { openJs } from './contestants/js.ts';
import { CELLS } from './plan.ts';
import { SAME_LOSS } from './rows.ts';
import { type CharacterShape, networkOf } from './shape.ts';

const shape = { cell: 'gru', vocabulary: 5, batch: 3, steps: 4, hidden: 6 } as const;

describe('createCase', () => {
  it('gives every worker the same weights and the same batch', () => {
    expect(createCase(shape)).toEqual(createCase(shape));
  });

  it('has tokens of the vocabulary, (T, B)', () => {
    const { batch } = createCase(shape);
    expect(batch.ids).toHaveLength(12);
    for (const id of [...batch.ids, ...batch.targets]) expect(id).toBeLessThan(5);
  });
});

describe('the second loss', () => {
  const full = { vocabulary: 64, batch: 32, steps: 50, hidden: 64 };
  const quick = { vocabulary: 8, batch: 2, steps: 4, hidden: 8 };
  const SLOTS = ['layers.0.recurrentWeights', 'layers.0.inputWeights', 'layers.0.bias', 'head.weights'];

  /** Loss after one update that lacks the gradient of one slot. */
  function secondLoss(shape: CharacterShape, without: string | null): number {
    const { parameters, batch } = createCase(shape);
    const network = networkOf(shape);
    const states = networkZeroStates(network, shape.batch);
    const gradients = new Float64Array(parameters.length);
    networkLossAndGradients(network, parameters, batch, states, gradients);
    if (without !== null) {
      const { offset, length } = findSlot(networkLayout(network), without);
      gradients.fill(0, offset, offset + length);
    }
    createOptimizer(OPTIMIZER, parameters.length).step(parameters, gradients);
    return networkLossAndGradients(network, parameters, batch, states, gradients).loss;
  }

  it.each(CELLS.flatMap((cell) => [full, quick].map((size) => ({ cell, ...size }))))(
    'shows that a gradient is missing: $cell, $hidden units',
    (shape) => {
      const whole = secondLoss(shape, null);
      for (const slot of SLOTS) {
        expect(Math.abs(secondLoss(shape, slot) - whole), slot).toBeGreaterThan(3 * SAME_LOSS);
      }
    },
  );
});

describe('openJs', () => {
  it('learns the batch from a loss near that of guessing', async () => {
    const contestant = await openJs(shape, createCase(shape), { allowSoftware: false });
    const first = Number(await contestant.step());
    expect(Math.abs(first - Math.log(5))).toBeLessThan(1);
    let last = first;
    for (let i = 0; i < 20; i++) last = Number(await contestant.step());
    expect(last).toBeLessThan(first);
  });
});

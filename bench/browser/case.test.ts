import { describe, expect, it } from 'vitest';
import { createCase } from './case.ts';
import { openJs } from './contestants/js.ts';

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

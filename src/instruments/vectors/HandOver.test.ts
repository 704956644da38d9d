import { describe, expect, it } from 'vitest';
import type { EmbeddingRun } from '../../store/embedding-state.ts';
import { createVectors } from '../../store/vectors.ts';
import { handedVectors } from './HandOver.tsx';

type Source = Parameters<typeof handedVectors>[0];

/** A run of which only what is handed over is there. */
function runOf(parts: {
  readonly input: Float32Array | null;
  readonly words: readonly string[] | null;
}): Source {
  const info = parts.words && { words: parts.words, counts: Int32Array.of(7, 3) };
  return {
    vectors: async () => parts.input && { dimensions: 2, input: parts.input, output: new Float32Array() },
    store: { getState: () => ({ info }) } as unknown as EmbeddingRun['store'],
  };
}

describe('handedVectors', () => {
  it('is a set that vectors can be opened from', async () => {
    const input = new Float32Array(new Float32Array([9, 1, 2, 3, 4]).buffer, 4, 4);
    const handed = await handedVectors(runOf({ input, words: ['a', '鲸'] }), 'moby-dick');
    expect(handed).toEqual({
      name: 'moby-dick',
      words: ['a', '鲸'],
      dimensions: 2,
      vectors: Float32Array.of(1, 2, 3, 4),
      counts: Float64Array.of(7, 3),
    });
    // A view into a larger buffer would take all of it along.
    expect(handed?.vectors.buffer.byteLength).toBe(16);
    const orders: unknown[] = [];
    const vectors = createVectors({
      openLine(order) {
        orders.push(order);
        throw new Error('no worker here');
      },
    });
    if (handed) vectors.open({ kind: 'learnt', ...handed });
    expect(orders).toEqual([expect.objectContaining({ origin: { kind: 'learnt', ...handed } })]);
  });

  it('is nothing before a run has vectors', async () => {
    expect(await handedVectors(runOf({ input: null, words: ['a'] }), 'x')).toBeNull();
    expect(await handedVectors(runOf({ input: new Float32Array(2), words: null }), 'x')).toBeNull();
  });
});

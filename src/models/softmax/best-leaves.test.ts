import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { bestLeaves } from './best-leaves.ts';
import { leafLogProbabilities, type TreeScores } from './hierarchical.ts';
import { huffmanTree } from './huffman.ts';

function randomScores(counts: readonly number[], d: number, seed: number, scale = 1): TreeScores {
  const random = createRandom(seed);
  const draw = (length: number) => Float64Array.from({ length }, () => scale * random.normal());
  return { tree: huffmanTree(counts), vectors: draw((counts.length - 1) * d), hidden: draw(d) };
}

describe('bestLeaves', () => {
  it('finds what looking at all of them finds, and says what it cost', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 60 }), (seed, count) => {
        const counts = Array.from({ length: count }, (_, i) => 1 + ((i * 7919) % 97));
        const scores = randomScores(counts, 6, seed, 2);
        const all = [...leafLogProbabilities(scores).entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
        const found = bestLeaves(scores, 3);
        expect(found.map(({ leaf }) => leaf)).toEqual(all.slice(0, 3).map(([leaf]) => leaf));
        for (const { visited } of found) expect(visited).toBeLessThan(count);
      }),
    );
  });

  it('looks at few nodes when the answer is plain', () => {
    const counts = Array.from({ length: 1024 }, () => 1);
    const scores = {
      tree: huffmanTree(counts),
      vectors: new Float64Array(1023).fill(8),
      hidden: Float64Array.of(1),
    };
    expect(bestLeaves(scores)[0]?.visited).toBe(10);
  });
});

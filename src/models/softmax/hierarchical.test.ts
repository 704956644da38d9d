import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectGradient } from '../gradient-check.testkit.ts';
import { oracle } from '../oracle.testkit.ts';
import { createRandom } from '../random.ts';
import {
  hierarchicalLossAndGradients,
  leafLogProbabilities,
  leafLogProbability,
  logSigmoid,
  type TreeScores,
  walkTree,
} from './hierarchical.ts';
import { huffmanTree } from './huffman.ts';
import { createTree, type SoftmaxTree } from './tree.ts';

function randomScores(counts: readonly number[], d: number, seed: number, scale = 1): TreeScores {
  const random = createRandom(seed);
  const draw = (length: number) => Float64Array.from({ length }, () => scale * random.normal());
  return { tree: huffmanTree(counts), vectors: draw((counts.length - 1) * d), hidden: draw(d) };
}

describe('probabilities of the leaves', () => {
  it('sum to 1 under any vectors, however large', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 80 });
    const scale = fc.constantFrom(0.1, 1, 10, 1000);
    fc.assert(
      fc.property(counts, fc.nat(), scale, (values, seed, size) => {
        const all = leafLogProbabilities(randomScores(values, 5, seed, size));
        expect(all.reduce((sum, p) => sum + Math.exp(p), 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('are the products along the paths', () => {
    const scores = randomScores([9, 4, 2, 1, 1, 7], 4, 2);
    leafLogProbabilities(scores).forEach((p, leaf) => {
      expect(leafLogProbability(scores, leaf)).toBeCloseTo(p, 12);
      expect(walkTree(scores, leaf).at(-1)?.product).toBeCloseTo(Math.exp(p), 12);
    });
  });
});

interface Oracle {
  readonly models: readonly {
    readonly sg: number;
    readonly window: number;
    readonly vocab: readonly {
      readonly word: string;
      readonly code: string;
      readonly point: readonly number[];
    }[];
    readonly syn0: { readonly shape: readonly number[]; readonly data: readonly number[] };
    readonly syn1: { readonly shape: readonly number[]; readonly data: readonly number[] };
    readonly sentences: readonly (readonly string[])[];
  }[];
  readonly exact: { readonly sg: readonly number[]; readonly cbow: readonly number[] };
}
const data = oracle<Oracle>('huffman/hierarchical-softmax-scores.json');

/** The oracle's own tree: its codes lead through its points. */
function treeOf(vocab: Oracle['models'][number]['vocab']): SoftmaxTree {
  const left = new Int32Array(vocab.length - 1);
  const right = new Int32Array(vocab.length - 1);
  vocab.forEach(({ code, point }, leaf) => {
    point.forEach((node, i) => {
      (code[i] === '0' ? left : right)[node] = point[i + 1] ?? ~leaf;
    });
  });
  return createTree(vocab.length, vocab[0]?.point[0] ?? ~0, left, right);
}

describe.skipIf(!data)('sentences scored by gensim (skipped where the oracle files are absent)', () => {
  it.each(data?.models.map((model) => [model.sg ? 'skip-gram' : 'CBOW', model] as const) ?? [])(
    '%s',
    (_name, { sg, window, vocab, syn0, syn1, sentences }) => {
      const tree = treeOf(vocab);
      const vectors = Float64Array.from(syn1.data);
      const d = syn0.shape[1] ?? 0;
      const input = (word: number) => Float64Array.from(syn0.data.slice(word * d, word * d + d));
      const score = (hidden: Float64Array, leaf: number) =>
        leafLogProbability({ tree, vectors, hidden }, leaf);
      const exact = sg ? data?.exact.sg : data?.exact.cbow;
      sentences.forEach((words, s) => {
        const ids = words.map((word) => vocab.findIndex((entry) => entry.word === word));
        let sum = 0;
        ids.forEach((target, t) => {
          const context = ids.filter((_, i) => i !== t && Math.abs(i - t) <= window);
          if (sg) for (const word of context) sum += score(input(word), target);
          else sum += score(mean(context.map(input)), target);
        });
        expect(sum).toBeCloseTo(exact?.[s] ?? Number.NaN, 4);
      });
    },
  );
});

function mean(rows: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(0)] = rows;
  return first.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
}

describe('gradients', () => {
  it('are those of −ln P (numeric check), and 0 off the path', () => {
    const scores = randomScores([9, 4, 2, 1, 1, 7], 4, 3);
    const [vectors, hidden] = [new Float64Array(scores.vectors.length), new Float64Array(4)];
    const loss = hierarchicalLossAndGradients(scores, 3, vectors, hidden);
    expect(loss).toBeCloseTo(-leafLogProbability(scores, 3), 12);
    const value = () => -leafLogProbability(scores, 3);
    expectGradient(value, scores.vectors, vectors);
    expectGradient(value, scores.hidden, hidden);
    const path = walkTree(scores, 3).map(({ node }) => node);
    for (let node = 0; node < 5; node++) {
      const moved = vectors.subarray(4 * node, 4 * node + 4).some((value) => value !== 0);
      expect(moved).toBe(path.includes(node));
    }
  });

  it('stay finite where exp would not', () => {
    expect(logSigmoid(-1e4)).toBe(-1e4);
    expect(logSigmoid(1e4)).toBeCloseTo(0, 12);
  });
});

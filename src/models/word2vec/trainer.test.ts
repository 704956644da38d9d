import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { huffmanTree } from '../softmax/huffman.ts';
import { createCorpus } from './corpus.ts';
import { createWord2vecTrainer, type OutputSpec, type Word2vecSpec, type Word2vecState } from './trainer.ts';

/** Two topics of four words each: words of one topic stand together and never with the other's. */
const random = createRandom(1);
const corpus = createCorpus(
  Array.from({ length: 120 }, (_, s) => Array.from({ length: 10 }, () => (s % 2) * 4 + random.integer(4))),
  8,
);

const SPEC: Word2vecSpec = {
  architecture: 'skip-gram',
  output: { kind: 'full' },
  dimensions: 6,
  window: 3,
  shrink: true,
  subsample: 0,
  epochs: 8,
  learningRate: 0.1,
  floor: 1e-4,
  corrected: true,
  batched: false,
  seed: 3,
};
const OUTPUTS: readonly OutputSpec[] = [
  { kind: 'full' },
  { kind: 'hierarchical', tree: huffmanTree(corpus.counts) },
  { kind: 'negative', negatives: 4, exponent: 0.75 },
];

function train(spec: Word2vecSpec, from?: Word2vecState, most = Number.POSITIVE_INFINITY) {
  const trainer = createWord2vecTrainer(corpus, spec, from);
  const losses: number[] = [];
  while (!trainer.isDone() && losses.length < most) {
    const { loss, examples } = trainer.step();
    losses.push(loss / Math.max(1, examples));
  }
  return { trainer, losses };
}

function cosine({ input }: Word2vecState, a: number, b: number): number {
  const d = SPEC.dimensions;
  const row = (word: number) => input.subarray(word * d, word * d + d);
  const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, value, j) => sum + value * y[j]!, 0);
  return dot(row(a), row(b)) / Math.sqrt(dot(row(a), row(a)) * dot(row(b), row(b)));
}

describe.each(OUTPUTS.map((output) => [JSON.stringify(output).slice(0, 60), output] as const))(
  '%s',
  (_name, output) => {
    it.each([
      ['skip-gram', false],
      ['skip-gram', true],
      ['cbow', false],
    ] as const)('%s, batched: %s, learns which words belong together', (architecture, batched) => {
      const { trainer, losses } = train({ ...SPEC, architecture, batched, output });
      const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
      expect(mean(losses.slice(-50))).toBeLessThan(mean(losses.slice(0, 3)));
      const within = [1, 2, 3].map((word) => cosine(trainer.state, 0, word));
      const across = [4, 5, 6, 7].map((word) => cosine(trainer.state, 0, word));
      expect(Math.min(...within)).toBeGreaterThan(Math.max(...across));
    });
  },
);

describe('a run', () => {
  const spec = { ...SPEC, output: OUTPUTS[2] ?? SPEC.output, epochs: 2, subsample: 0.05 };

  it('is its seed’s: the same twice, another with another', () => {
    expect(train(spec).losses).toEqual(train(spec).losses);
    expect(train({ ...spec, seed: 4 }).losses).not.toEqual(train(spec).losses);
  });

  it('goes on from where it was, bit for bit', () => {
    const whole = train(spec).trainer.state;
    const { state } = train(spec, undefined, 37).trainer;
    const copy = {
      ...state,
      input: state.input.slice(),
      output: state.output.slice(),
      words: state.words.slice(),
    };
    expect(train(spec, copy).trainer.state).toEqual(whole);
  });

  it('lowers its rate in a straight line to the floor, and ends', () => {
    const { trainer } = train(spec, undefined, 120);
    expect(trainer.rate()).toBeCloseTo(spec.learningRate / 2, 12);
    const { trainer: ended } = train(spec, trainer.state);
    expect(ended.rate()).toBeCloseTo(spec.learningRate * spec.floor, 12);
    expect(ended.step()).toEqual({ examples: 0, loss: 0 });
  });
});

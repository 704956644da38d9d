import { huffmanTree } from '../../../models/softmax/huffman.ts';
import { createCorpus } from '../../../models/word2vec/corpus.ts';
import { type OutputSpec, startWord2vec, type Word2vecSpec } from '../../../models/word2vec/trainer.ts';
import { type Layer, tight } from '../view/layer.ts';
import { referenceEngine, type Word2vecEngine } from './engine.ts';
import type { Word2vecSetup } from './setup.ts';

/** Relative to the length of what is compared: 32 bits over a few hundred updates. */
const TOLERANCE = 1e-3;

const corpus = () =>
  createCorpus(
    [
      [0, 1, 2, 0, 3, 4, 0, 5],
      [6, 0, 1, 6, 2],
      [3, 5, 0, 4, 1, 0],
    ],
    7,
  );

/**
 * Trains tiny vectors on both, with every output layer and both architectures; what differs, or null. The very run's choices
 * (its text, its sizes) are not tried: the same code serves all.
 */
export function testWord2vec(open: (setup: Word2vecSetup) => Word2vecEngine): string | null {
  for (const architecture of ['skip-gram', 'cbow'] as const) {
    for (const batched of [false, true]) {
      for (const output of outputs()) {
        const setup = tinySetup({ architecture, batched, output });
        const expected = trained(referenceEngine(setup, startWord2vec(setup.spec, setup.corpus)), setup);
        const found = trained(open(setup), setup);
        const what = differing(expected, found);
        if (what) return `${architecture}, ${output.kind}: ${what}`;
      }
    }
  }
  return null;
}

function outputs(): readonly OutputSpec[] {
  return [
    { kind: 'full' },
    { kind: 'hierarchical', tree: huffmanTree(corpus().counts) },
    { kind: 'negative', negatives: 3, exponent: 0.75 },
  ];
}

function tinySetup(choice: Pick<Word2vecSpec, 'architecture' | 'batched' | 'output'>): Word2vecSetup {
  const text = corpus();
  const words = Array.from(text.counts, (_, id) => String(id));
  const spec: Word2vecSpec = {
    ...choice,
    dimensions: 6,
    window: 2,
    shrink: true,
    subsample: 0.1,
    epochs: 8,
    learningRate: 0.2,
    floor: 1e-4,
    corrected: true,
    seed: 3,
  };
  const outputs = choice.output.kind === 'hierarchical' ? words.length - 1 : words.length;
  const ids = new Map(words.map((word, id) => [word, id]));
  return { words, ids, corpus: text, spec, ngrams: null, inputs: words.length, outputs };
}

interface Trained {
  readonly engine: Word2vecEngine;
  readonly loss: number;
}

function trained(engine: Word2vecEngine, { corpus: { starts }, spec }: Word2vecSetup): Trained {
  let loss = 0;
  for (let epoch = 0; epoch < spec.epochs; epoch++) {
    loss += engine.learn(0, starts.length - 1).loss;
  }
  engine.dispose();
  return { engine, loss };
}

function differing(expected: Trained, found: Trained): string | null {
  if (!(Math.abs(expected.loss - found.loss) <= TOLERANCE * expected.loss)) return 'loss';
  if (expected.engine.words.some((word, i) => word !== found.engine.words[i])) return 'random choices';
  if (differs(expected.engine.input, found.engine.input)) return 'input vectors';
  return differs(expected.engine.output, found.engine.output) ? 'output vectors' : null;
}

function differs(a: Layer, b: Layer): boolean {
  const [x, y] = [tight(a), tight(b)];
  const length = (values: Float64Array) => Math.hypot(...values);
  return !(length(x.map((value, i) => value - y[i]!)) <= TOLERANCE * (1e-3 + length(x)));
}

import { drawFrom } from '../../../models/word2vec/draws.ts';
import { noiseTable } from '../../../models/word2vec/trainer.ts';
import { updateLogistic, updateSoftmax } from '../../../models/word2vec/update.ts';
import { gather, meanOf, scatter } from '../view/layer.ts';
import type { Word2vecEngine } from './engine.ts';
import { rowsOfWord, type Word2vecSetup } from './setup.ts';

/** What a page asks to be learnt. */
export interface AskedExample {
  readonly inputs: readonly string[];
  readonly target: string;
  /** η. */
  readonly rate: number;
  readonly negatives?: readonly number[] | undefined;
}

/** Rows of the output layer that foretell a word, each once, and what they should say. */
function targetRows(
  { corpus, spec, outputs }: Word2vecSetup,
  generator: Uint32Array,
  word: number,
  given: readonly number[] | undefined,
) {
  const { output } = spec;
  switch (output.kind) {
    case 'full': {
      const rows = Array.from(corpus.counts.keys());
      return { rows, labels: rows.map((row) => Number(row === word)) };
    }
    case 'hierarchical': {
      const { starts, nodes, bits } = output.tree;
      const [start, end] = [starts[word], starts[word + 1]];
      return {
        rows: [...nodes.subarray(start, end)],
        labels: Array.from(bits.subarray(start, end), (bit) => 1 - bit),
      };
    }
    case 'negative': {
      const noise = given ? null : noiseTable(output, corpus.counts);
      const drawn =
        given ?? Array.from({ length: output.negatives }, () => (noise ? drawFrom(generator, noise) : word));
      // A page may name words of the vocabulary that it saw before this one.
      const negatives = drawn.filter((row) => row !== word && row >= 0 && row < outputs);
      return { rows: [word, ...negatives], labels: [1, ...negatives.map(() => 0)] };
    }
  }
}

/**
 * Learns one example out of turn: `target` is foretold from the mean of `inputs`. By the reference, in 64 bits, on the live
 * numbers; negative samples are drawn from the run's own generator, unless they are given. Nothing for words that the vocabulary
 * lacks.
 */
export function learnExample(
  setup: Word2vecSetup,
  engine: Word2vecEngine,
  { inputs, target, rate, negatives }: AskedExample,
): void {
  const word = setup.ids.get(target);
  const rows = inputs.flatMap((input) => Array.from(rowsOfWord(setup, input)));
  if (word === undefined || rows.length === 0) return;
  const { dimensions, output, corrected } = setup.spec;
  const found = targetRows(setup, engine.words, word, negatives);
  const own = [...new Set(found.rows)];
  const places = new Map(own.map((row, i) => [row, i]));
  const part = gather(engine.output, own);
  const { back } = (output.kind === 'full' ? updateSoftmax : updateLogistic)({
    output: part,
    hidden: meanOf(engine.input, rows),
    dimensions,
    rows: found.rows.map((row) => places.get(row) ?? 0),
    labels: found.labels,
    rate,
  });
  scatter(engine.output, own, part);
  const share = corrected ? 1 / rows.length : 1;
  for (const row of rows) {
    scatter(
      engine.input,
      [row],
      gather(engine.input, [row]).map((value, j) => value + share * back[j]!),
    );
  }
}

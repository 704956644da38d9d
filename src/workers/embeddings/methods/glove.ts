import {
  type Cooccurrences,
  createCooccurrenceCounter,
  MOST_CELLS,
} from '../../../models/glove/cooccurrence.ts';
import { cellWeight, type Weighting } from '../../../models/glove/weighting.ts';
import { type ReadText, readText } from '../../../models/word2vec/read-text.ts';
import type { ConfigOf, EmbeddingMethod, MethodResult } from '../method.ts';
import type { EmbeddingInfo } from '../protocol.ts';
import { createGloveRun, type GloveRun, PORTION } from './glove-trainer.ts';
import { textInfo } from './text-info.ts';

/** Words between two chances to do something else. */
const SLICE = 500;

/** GloVe (Pennington et al. 2014) on the readable trainer, whose loop is fast enough: about a microsecond a cell. */
export const glove = createGlove(MOST_CELLS);

/** GloVe that counts at most so many cells. */
export function createGlove(most: number): EmbeddingMethod<'glove'> {
  return {
    *prepare(config) {
      const result = yield* readText(config.source.text, config.source);
      if (!result.ok) return result;
      const { read } = result;
      const counts = yield* countCells(read, config, most);
      if (counts === null) return tooMany(config, read, most);
      if (counts.values.length === 0) return { ok: false, failure: { code: 'no-pairs' } };
      const run = runOf(config, read, counts);
      return { ok: true, run: { info: run.info, createReference: (start) => createGloveRun(run, start) } };
    },
  };
}

/** X of the text; null when more than `most` of its cells are not 0. */
function* countCells(
  { corpus, words }: ReadText,
  { source, method }: ConfigOf<'glove'>,
  most: number,
): Generator<number, Cooccurrences | null> {
  const { ids, starts } = corpus;
  const counter = createCooccurrenceCounter({
    vocabulary: words.length,
    window: method.window,
    byDistance: true,
  });
  let counted = 0;
  for (let s = 0; s + 1 < starts.length; s++) {
    counter.add(ids.subarray(starts[s]!, starts[s + 1]!));
    if (starts[s + 1]! - counted < SLICE) continue;
    counted = starts[s + 1]!;
    if (counter.size > most) return null;
    yield source.text.length;
  }
  return counter.size > most ? null : counter.counts();
}

function tooMany({ method: { window } }: ConfigOf<'glove'>, { words }: ReadText, most: number): MethodResult {
  return { ok: false, failure: { code: 'too-many-cells', most, words: words.length, window } };
}

function runOf(config: ConfigOf<'glove'>, read: ReadText, counts: Cooccurrences): GloveRun {
  const { method, dimensions, learningRate, seed } = config;
  const spec = { dimensions, learningRate, seed, weighting: method.weighting };
  return { spec, epochs: method.epochs, words: read.words, counts, info: infoOf(read, counts, spec) };
}

function infoOf(
  read: ReadText,
  cells: Cooccurrences,
  { dimensions, weighting }: { readonly dimensions: number; readonly weighting: Weighting },
): EmbeddingInfo {
  return {
    ...textInfo(read),
    steps: Math.ceil(cells.values.length / PORTION),
    parameterCount: 2 * read.words.length * (dimensions + 1),
    guessing: lossOfConstant(cells, weighting),
  };
}

/** A cell's mean part of J under the one constant that fits best: the mean of ln X by weight. */
function lossOfConstant({ values }: Cooccurrences, weighting: Weighting): number {
  let [weight, sum, squares] = [0, 0, 0];
  for (const value of values) {
    const [f, log] = [cellWeight(value, weighting), Math.log(value)];
    weight += f;
    sum += f * log;
    squares += f * log * log;
  }
  return (squares - (sum * sum) / weight) / values.length;
}

import type { EmbeddingView, EmbeddingWatch, Nearest, PartVectors, Prediction } from '../protocol.ts';
import { gather, type Layer, meanOf, rowsOf } from '../view/layer.ts';
import { createRanking } from '../view/nearest.ts';
import { predict } from '../view/prediction.ts';
import type { Word2vecEngine } from './engine.ts';
import { rowsOfWord, type Word2vecSetup } from './setup.ts';

/** What the page wants to see, by the reference's functions in 64 bits from the live vectors; all but what moved. */
export function viewWord2vec(
  setup: Word2vecSetup,
  engine: Word2vecEngine,
  watch: EmbeddingWatch,
): Omit<EmbeddingView, 'moved'> {
  const vector = (word: string) => vectorOfWord(setup, engine.input, word);
  return {
    neighbours: neighbours(setup, engine.input, watch.neighbours),
    input: (watch.input ?? []).map(vector),
    output: rowsOf(engine.output, watch.output),
    prediction: watch.prediction ? prediction(setup, engine, watch.prediction) : null,
    texts: [],
    ...(watch.parts && { parts: watch.parts.map((word) => partVectors(setup, engine.input, word)) }),
  };
}

function vectorOfWord(setup: Word2vecSetup, input: Layer, word: string): Float64Array | null {
  const rows = rowsOfWord(setup, word);
  return rows.length > 0 ? meanOf(input, rows) : null;
}

/** The words' vectors as rows: the layer's own, or the means of their parts. */
export function wordLayer(setup: Word2vecSetup, input: Layer): Layer {
  if (!setup.corpus.parts) return input;
  const { dimensions } = input;
  const values = new Float64Array(setup.words.length * dimensions);
  setup.words.forEach((word, id) => {
    values.set(meanOf(input, rowsOfWord(setup, word)), id * dimensions);
  });
  return { values, stride: dimensions, dimensions, rows: setup.words.length };
}

function neighbours(
  setup: Word2vecSetup,
  input: Layer,
  asked: EmbeddingWatch['neighbours'],
): readonly Nearest[] {
  if (!asked || asked.words.length === 0) return [];
  const ranking = createRanking(wordLayer(setup, input), setup.words.length);
  return asked.words.map((word) => {
    const vector = vectorOfWord(setup, input, word);
    return { word, nearest: vector && ranking.nearest(vector, asked.count, setup.ids.get(word) ?? -1) };
  });
}

/** Null when the vocabulary lacks the target or any of the words that it is foretold from. */
function prediction(
  setup: Word2vecSetup,
  engine: Word2vecEngine,
  asked: NonNullable<EmbeddingWatch['prediction']>,
): Prediction | null {
  const target = setup.ids.get(asked.target);
  const inputs = asked.inputs.map((word) => setup.ids.get(word) ?? -1);
  if (target === undefined || inputs.length === 0 || inputs.includes(-1)) return null;
  const rows = asked.inputs.flatMap((word) => Array.from(rowsOfWord(setup, word)));
  const hidden = meanOf(engine.input, rows);
  return { inputs, target, hidden, ...predict(engine.output, setup.spec.output, hidden, target, asked.all) };
}

function partVectors(setup: Word2vecSetup, input: Layer, word: string): PartVectors | null {
  const rows = Array.from(rowsOfWord(setup, word));
  return rows.length > 0 ? { word, rows, vectors: gather(input, rows) } : null;
}

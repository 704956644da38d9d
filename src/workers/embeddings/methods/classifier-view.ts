import { type Classifier, labelProbabilities } from '../../../models/fasttext/classifier.ts';
import { explainText } from '../../../models/fasttext/explain.ts';
import { rowsOfText, wordsOfText } from '../../../models/fasttext/labelled-texts.ts';
import { wordNgrams } from '../../../models/fasttext/word-ngrams.ts';
import { type BestLeaf, bestLeaves } from '../../../models/softmax/best-leaves.ts';
import { hiddenOf } from '../../../models/word2vec/example.ts';
import type { EmbeddingView, EmbeddingWatch, Labelling, Nearest } from '../protocol.ts';
import type { ClassifierRun } from './classifier-state.ts';

/** Labels that a search of the tree is to find. */
const BEST = 5;

export function viewOf(run: ClassifierRun, model: Classifier, watch: EmbeddingWatch): EmbeddingView {
  const { words = [], count = 0 } = watch.neighbours ?? {};
  const d = model.dimensions;
  return {
    neighbours: words.map((word) => nearestOf(run, model, word, count)),
    input: (watch.input ?? []).map((word) => wordVectorOf(run, model, word)),
    output: (watch.output ?? []).map((row) => model.output.slice(row * d, (row + 1) * d)),
    prediction: null,
    moved: null,
    texts: (watch.texts ?? []).map((text) => labelText(run, model, text)),
  };
}

/** What the classifier says of a text, and how it comes to it. */
function labelText(run: ClassifierRun, model: Classifier, text: string): Labelling {
  const { vocabulary, spec, tokenization } = run;
  const words = wordsOfText(text, tokenization);
  const rows = rowsOfText(words, vocabulary, spec);
  const known = words.filter((word) => vocabulary.ids.has(word));
  const ngrams = spec.wordNgrams > 1 && spec.bucket > 0 ? wordNgrams(words, spec.wordNgrams) : [];
  const features = [...known.map((word) => [word]), ...ngrams];
  return {
    text,
    words: words.map((word) => ({ text: word, known: vocabulary.ids.has(word) })),
    features: features.map((words, i) => ({ words, row: rows[i]! })),
    probabilities: labelProbabilities(model, rows),
    ...explainText(model, rows, vocabulary.labels.length),
    best: bestOf(model, rows),
  };
}

function bestOf({ input, output, dimensions, layer }: Classifier, rows: Int32Array): readonly BestLeaf[] {
  if (layer.kind !== 'hierarchical') return [];
  const hidden = hiddenOf(input, rows, dimensions);
  return bestLeaves({ tree: layer.tree, vectors: output, hidden }, BEST);
}

/** A word's own vector; null where it has no row. */
function wordVectorOf(
  { vocabulary }: ClassifierRun,
  { input, dimensions: d }: Classifier,
  word: string,
): Float64Array | null {
  const id = vocabulary.ids.get(word);
  return id === undefined ? null : input.slice(id * d, (id + 1) * d);
}

/** Words whose vectors point the same way: they speak for the same labels. */
function nearestOf(run: ClassifierRun, model: Classifier, word: string, count: number): Nearest {
  const own = wordVectorOf(run, model, word);
  if (!own) return { word, nearest: null };
  const { words, ids } = run.vocabulary;
  const cosines = words.map((_, id) => ({ id, cosine: cosine(own, model.input, id * own.length) }));
  const others = cosines.filter(({ id }) => id !== ids.get(word));
  return { word, nearest: others.sort((a, b) => b.cosine - a.cosine).slice(0, count) };
}

function cosine(of: Float64Array, rows: Float64Array, start: number): number {
  let [dot, own, other] = [0, 0, 0];
  for (let j = 0; j < of.length; j++) {
    dot += of[j]! * rows[start + j]!;
    own += of[j]! ** 2;
    other += rows[start + j]! ** 2;
  }
  return own > 0 && other > 0 ? dot / Math.sqrt(own * other) : 0;
}

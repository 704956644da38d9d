import { type Classifier, labelProbabilities } from '../../../models/fasttext/classifier.ts';
import { explainText } from '../../../models/fasttext/explain.ts';
import { rowsOfText, wordsOfText } from '../../../models/fasttext/labelled-texts.ts';
import { wordNgrams } from '../../../models/fasttext/word-ngrams.ts';
import { type BestLeaf, bestLeaves } from '../../../models/softmax/best-leaves.ts';
import { hiddenOf } from '../../../models/word2vec/example.ts';
import type { EmbeddingView, EmbeddingWatch, Labelling } from '../protocol.ts';
import { rowsOf } from '../view/layer.ts';
import { plainWords } from '../view/plain-words.ts';
import type { ClassifierRun } from './classifier-state.ts';

/** Labels that a search of the tree is to find. */
const BEST = 5;

export function viewOf(run: ClassifierRun, model: Classifier, watch: EmbeddingWatch): EmbeddingView {
  const d = model.dimensions;
  const layer = (values: Float64Array) => ({ values, stride: d, dimensions: d, rows: values.length / d });
  return {
    ...plainWords(layer(model.input), run.vocabulary.words, watch),
    output: rowsOf(layer(model.output), watch.output),
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

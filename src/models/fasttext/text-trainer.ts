import { createRandom } from '../random.ts';
import { huffmanTree } from '../softmax/huffman.ts';
import { expectedDepth } from '../softmax/tree.ts';
import { drawBelow } from '../word2vec/draws.ts';
import { type Classifier, type LabelLayer, labelProbabilities, learnText } from './classifier.ts';
import { inputRows, type NgramLimits, type TextRows } from './labelled-texts.ts';

/** How a classifier is trained. */
export interface ClassifierSpec extends NgramLimits {
  readonly loss: LabelLayer['kind'];
  readonly dimensions: number;
  readonly epochs: number;
  /** η at the beginning; it falls in a straight line with the words read, to 0. */
  readonly learningRate: number;
  readonly seed: number;
}

/** All that training goes on from. Changed in place. */
export interface ClassifierState {
  readonly input: Float64Array;
  readonly output: Float64Array;
  /** The generator's four words. */
  readonly words: Uint32Array;
  /** Texts learnt, all epochs together. */
  texts: number;
  /** Words read. */
  read: number;
}

/** The layer of a loss; the Huffman tree is made from how many texts each label has. */
export function labelLayer(loss: LabelLayer['kind'], labelCounts: readonly number[]): LabelLayer {
  return loss === 'hierarchical' ? { kind: loss, tree: huffmanTree(labelCounts) } : { kind: loss };
}

/** The beginning: input vectors uniform in ±1/d, output vectors 0, as fastText has them. */
export function startClassifier(
  spec: ClassifierSpec,
  { words, labels }: { readonly words: number; readonly labels: number },
): ClassifierState {
  const { dimensions: d } = spec;
  const random = createRandom(spec.seed);
  const outputs = spec.loss === 'hierarchical' ? labels - 1 : labels;
  return {
    input: Float64Array.from({ length: inputRows(words, spec) * d }, () => (2 * random.next() - 1) / d),
    output: new Float64Array(outputs * d),
    words: random.state(),
    texts: 0,
    read: 0,
  };
}

/** Texts that are learnt from, in this order in every epoch. */
export interface LearntTexts {
  readonly texts: readonly TextRows[];
  readonly order: Int32Array;
  readonly layer: LabelLayer;
}

export interface TextTrainer {
  readonly state: ClassifierState;
  readonly model: Classifier;
  /** Words in all epochs. */
  readonly all: number;
  isDone(): boolean;
  /** η for the next text. */
  rate(): number;
  /** Learns one text; returns its loss before, nats. Nothing when all is done. */
  step(): number;
}

/** fastText's classifier, one text a step (Joulin et al. 2017, section 2). */
export function createTextTrainer(
  { texts, order, layer }: LearntTexts,
  spec: ClassifierSpec,
  state: ClassifierState,
): TextTrainer {
  const model: Classifier = { input: state.input, output: state.output, dimensions: spec.dimensions, layer };
  const all = spec.epochs * order.reduce((sum, text) => sum + texts[text]!.length, 0);
  const isDone = () => state.texts >= spec.epochs * order.length;
  const rate = () => spec.learningRate * (1 - state.read / Math.max(1, all));
  return {
    state,
    model,
    all,
    isDone,
    rate,
    step() {
      if (isDone()) return 0;
      const text = texts[order[state.texts % order.length]!]!;
      const loss = learnText(model, text, rate(), (count) => drawBelow(state.words, count));
      state.texts++;
      state.read += text.length;
      return loss;
    },
  };
}

/** What a classifier says of texts that it did not learn. */
export interface TextScores {
  /** Texts whose most probable label is one of theirs. */
  readonly right: number;
  /** Mean loss, nats. */
  readonly loss: number;
  /** (L, L): of each label's texts (the first label, of several), how many each label was the most probable for. */
  readonly confusion: Int32Array;
}

export function scoreTexts(model: Classifier, texts: readonly TextRows[], labels: number): TextScores {
  const confusion = new Int32Array(labels * labels);
  let [right, loss] = [0, 0];
  for (const text of texts) {
    const said = greatest(labelProbabilities(model, text.rows));
    right += Number(text.labels.includes(said));
    confusion[text.labels[0]! * labels + said]!++;
    // At the rate 0 nothing moves.
    loss += learnText(model, text, 0);
  }
  return { right, loss: loss / Math.max(1, texts.length), confusion };
}

/** Of equals, the first. */
function greatest(values: Float64Array): number {
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);
}

/** Mean loss of a text for a model whose scores are all 0, where every run begins (nats). */
export function lossAtStart(layer: LabelLayer, labelCounts: readonly number[]): number {
  const L = labelCounts.length;
  if (layer.kind === 'softmax') return Math.log(L);
  return Math.LN2 * (layer.kind === 'one-vs-all' ? L : expectedDepth(layer.tree, labelCounts));
}

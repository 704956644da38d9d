import type { LabelLayer } from '../../../models/fasttext/classifier.ts';
import type { LabelledVocabulary, TextRows } from '../../../models/fasttext/labelled-texts.ts';
import {
  type ClassifierSpec,
  type ClassifierState,
  startClassifier,
} from '../../../models/fasttext/text-trainer.ts';
import type { Tokenization } from '../../../models/text/tokenize.ts';
import type { SavedNumbers } from '../method.ts';
import { savedGenerator, savedList, savedSections } from '../saved.ts';

/** A run whose text is read. */
export interface ClassifierRun {
  readonly spec: ClassifierSpec;
  readonly layer: LabelLayer;
  readonly vocabulary: LabelledVocabulary;
  readonly texts: readonly TextRows[];
  /** Numbers of texts, in the order they are learnt or measured in. */
  readonly learnt: Int32Array;
  readonly heldOut: Int32Array;
  readonly tokenization: Tokenization;
}

/** Losses since the curve's last point, and the mean of that. */
export interface LossWindow {
  sum: number;
  count: number;
  /** NaN before the first point. */
  loss: number;
}

/** Where a run begins, or where it was saved. Throws `RunError` when that was another run. */
export function stateAt({ spec, vocabulary }: ClassifierRun, saved: SavedNumbers | null): ClassifierState {
  const size = { words: vocabulary.words.length, labels: vocabulary.labels.length };
  const begin = startClassifier(spec, size);
  if (!saved) return begin;
  const [input, output] = savedSections(saved, [begin.input.length, begin.output.length]);
  const [texts = 0, read = 0] = savedList(saved, 'progress');
  return { input: input!, output: output!, words: savedGenerator(saved), texts, read };
}

export function windowAt(saved: SavedNumbers | null): LossWindow {
  const [sum = 0, count = 0, ...loss] = savedList(saved, 'window');
  return { sum, count, loss: loss[0] ?? Number.NaN };
}

/** All that `stateAt` and `windowAt` read back, besides the vectors. NaN is left out: JSON has none. */
export function factsOf({ texts, read, words }: ClassifierState, { sum, count, loss }: LossWindow) {
  return {
    progress: [texts, read],
    generator: [...words],
    window: [sum, count, ...(Number.isNaN(loss) ? [] : [loss])],
  };
}

import type { Classifier } from '../../../models/fasttext/classifier.ts';
import { scoreTexts } from '../../../models/fasttext/text-trainer.ts';
import type { SavedNumbers } from '../method.ts';
import type { HeldOutScores } from '../protocol.ts';
import { savedList } from '../saved.ts';
import type { ClassifierRun } from './classifier-state.ts';

/** More texts are not measured, and more labels have no table. */
const MOST_TEXTS = 1000;
const MOST_LABELS = 40;

/** What the held-out texts were like when they were last measured, and before. */
export interface HeldOutMeasure {
  /** Once a step at most. */
  measure(step: number): void;
  /** Null: nothing is held out. */
  last(): HeldOutScores | null;
  readonly facts: () => Readonly<Record<string, readonly number[]>>;
}

export function createHeldOut(
  { texts, heldOut, vocabulary }: ClassifierRun,
  model: Classifier,
  saved: SavedNumbers | null,
): HeldOutMeasure {
  const labels = vocabulary.labels.length;
  const measured = Array.from(heldOut.subarray(0, MOST_TEXTS), (text) => texts[text]!);
  const steps = [...savedList(saved, 'heldSteps')];
  const right = [...savedList(saved, 'heldRight')];
  const losses = [...savedList(saved, 'heldLosses')];
  let confusion = savedList(saved, 'confusion');
  return {
    measure(step) {
      if (measured.length === 0 || steps.at(-1) === step) return;
      const found = scoreTexts(model, measured, labels);
      steps.push(step);
      right.push(found.right / measured.length);
      losses.push(found.loss);
      confusion = labels > MOST_LABELS ? [] : [...found.confusion];
    },
    last() {
      const points = steps.map((step, i) => ({ step, right: right[i]!, loss: losses[i]! }));
      const last = points.at(-1);
      if (!last) return null;
      const table = confusion.length > 0 ? Int32Array.from(confusion) : null;
      return { ...last, of: measured.length, confusion: table, points };
    },
    facts: () => ({ heldSteps: steps, heldRight: right, heldLosses: losses, confusion }),
  };
}

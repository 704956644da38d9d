import type { TypeBoxKind, TypeShape } from '../../../layout/sequenceTypes.ts';
import type { Notation } from '../symbols.ts';

/** One step of a sequence as the drawing shows it. */
export interface SequenceStep {
  /** What is read; empty where the drawing has no input box. */
  readonly token: string;
  /** Whether it was not given but is what was said a step before. */
  readonly fed: boolean;
  /** a⟨t⟩, one number a unit. */
  readonly values: Float64Array;
  /** What is said, and how probable; empty where nothing is asked. */
  readonly said: string;
  readonly percent: string;
  /** Whether that is right; null where nobody can say. */
  readonly mark: 'right' | 'wrong' | null;
}

export interface BoxPlace {
  readonly kind: TypeBoxKind;
  readonly step: number;
}

export interface SequenceNetProps {
  readonly shape: TypeShape;
  readonly steps: readonly SequenceStep[];
  readonly selected: BoxPlace;
  readonly onSelect: (place: BoxPlace) => void;
  readonly notation: Notation;
  /** Accessible description of the drawing. */
  readonly name: string;
  /** Accessible name of a box. */
  readonly nameOf: (place: BoxPlace) => string;
}

import type { MemoryLaneKind } from '../../../layout/memoryLanes.ts';
import type { FigureRole } from '../../../layout/unrolledTypes.ts';
import type { MathSymbol } from '../symbols.ts';

/** What is read at a step: a bit that passes by, one that is written, or the question. */
export interface MemoryToken {
  readonly kind: 'pass' | 'write' | 'ask';
  /** One character. */
  readonly text: string;
  /** Accessible name. */
  readonly name: string;
}

/** One row of values over time. */
export interface MemoryLane {
  readonly id: string;
  readonly kind: MemoryLaneKind;
  /** Gives the colour, and what prose and formulas point at. */
  readonly role: FigureRole;
  /** In words, where there is room; the symbol always stands. */
  readonly word: string;
  readonly symbol: MathSymbol;
  /** One a step. */
  readonly values: readonly number[];
  /** The same without the reader's hand; null: nothing is held. */
  readonly before: readonly number[] | null;
  /** Where a state is drawn to: a mark beside its bar. */
  readonly candidates?: readonly number[];
  /** Steps at which the value is held by hand. */
  readonly held: ReadonlySet<number>;
  /** Accessible name of a value. */
  readonly name: (step: number) => string;
}

/** Row 0 is what is read, the others are the lanes in their order. */
export interface MemoryPlace {
  readonly row: number;
  readonly step: number;
}

import type { FigureRole } from '../../../layout/unrolledTypes.ts';

/** What one tagger says about one word. */
export interface TagCell {
  /** P(name), 0 … 1; null: nothing is said there. */
  readonly value: number | null;
  /** Printed under the bar. */
  readonly text: string;
  /** Accessible name. */
  readonly name: string;
}

/** What one tagger says about a sentence, word by word. */
export interface TagRow {
  readonly id: string;
  readonly label: string;
  /** Gives the colour. */
  readonly role: FigureRole;
  /** Hatched: not what a network was trained to say. */
  readonly unsure?: boolean;
  readonly cells: readonly TagCell[];
}

export interface TagWord {
  readonly text: string;
  /** Small print above the word, in place of its step. */
  readonly note?: string;
  /** No word of the sentence: padding. */
  readonly faint?: boolean;
}

/** A sentence and the taggers that have read it. */
export interface TagGroup {
  readonly id: string;
  readonly words: readonly TagWord[];
  readonly rows: readonly TagRow[];
}

export interface TagPlace {
  readonly group: number;
  readonly row: number;
  readonly step: number;
}

/** A line of numbers under all sentences, one a column. */
export interface TagFooter {
  readonly id: string;
  readonly label: string;
  readonly role: FigureRole;
  readonly cells: readonly { readonly text: string; readonly strong: boolean }[];
}

import { contextAt, type DrawnPassage, examplesAt, wordAt } from './draw-windows.ts';
import type { PairsSettings } from './settings.ts';

/** What a table says of a word of a passage. */
export interface WordRow {
  readonly word: string;
  readonly count: number;
  readonly share: number;
  readonly keep: number;
  readonly fate: 'kept' | 'dropped' | 'rare';
  /** Where the window stops; else null. */
  readonly reach: number | null;
  readonly context: readonly string[];
}

/** Every word of the passage, marks left out. */
export function wordRows(passage: DrawnPassage): readonly WordRow[] {
  const placeOf = new Map(passage.places.map((token, place) => [token, place]));
  return passage.tokens.flatMap((token, i) => {
    if (token.kind === 'mark') return [];
    const place = placeOf.get(i);
    const { text: word, count, share, keep, dropped } = token;
    const fate = token.kind === 'rare' ? 'rare' : dropped ? 'dropped' : 'kept';
    const reach = place === undefined ? null : (passage.reaches[place] ?? null);
    const context = place === undefined ? [] : contextAt(passage, place).map((each) => wordAt(passage, each));
    return [{ word, count, share, keep, fate, reach, context }];
  });
}

/** All examples of the passage, one a row: the place, the words given, the word to be foretold. */
export function exampleRows(
  passage: DrawnPassage,
  model: PairsSettings['model'],
): readonly (readonly [place: number, given: string, target: string])[] {
  return passage.places.flatMap((_, place) =>
    examplesAt(passage, place, model).map(
      ({ given, target }) =>
        [place + 1, given.map((each) => wordAt(passage, each)).join(' '), wordAt(passage, target)] as const,
    ),
  );
}

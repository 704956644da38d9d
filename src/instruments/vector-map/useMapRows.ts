import { useMemo } from 'react';
import type { VectorSet } from '../../store/vectors-state.ts';
import { hasCharacters } from '../vector-panels/panel.ts';
import { readWords } from '../vector-panels/word-lists.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { joinRows, type MapRows } from './rows.ts';
import { FIRST, type MapSettings } from './settings.ts';

/** Words of a list of the reader's own. */
export const listOf = (set: VectorSet, text: string): readonly string[] =>
  readWords(text, { most: FIRST.most, characters: hasCharacters(set) });

/** The words of a map with their vectors; null until the set has answered. A set that is still being read has to wait. */
export function useMapRows(set: VectorSet | null, settings: MapSettings): MapRows | null {
  const { first, only, added, dropped, mapCentred: centred } = settings;
  const whole = set && !set.isPartial ? set : null;
  const own = useMemo(() => (whole ? listOf(whole, only) : []), [whole, only]);
  const more = useMemo(() => (whole ? listOf(whole, added) : []), [whole, added]);
  const less = useMemo(() => new Set(whole ? listOf(whole, dropped) : []), [whole, dropped]);
  const main = useAnswer(
    whole,
    own.length > 0
      ? { kind: 'rows', words: own, first: 0, centred }
      : { kind: 'rows', words: null, first, centred },
  );
  const extra = useAnswer(whole, more.length > 0 ? { kind: 'rows', words: more, first: 0, centred } : null);
  const extraRows = more.length > 0 ? extra.answer : null;
  return useMemo(() => {
    if (!main.answer) return null;
    const answers = extraRows ? [main.answer, extraRows] : [main.answer];
    return joinRows(answers, less);
  }, [main.answer, extraRows, less]);
}

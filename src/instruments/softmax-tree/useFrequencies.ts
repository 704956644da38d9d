import { useEffect, useMemo, useState } from 'react';
import { textShelf } from '../../store/text-shelf.ts';
import { useWordText, type WordTextState } from '../word-texts/useWordText.ts';
import { type ReadList, readList } from './read-list.ts';
import type { FrequencySettings } from './settings.ts';

/** Words and counts that a tree can be made of: there is one word or more. */
export interface Frequencies {
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
  /** Different words of the text that they are the most frequent of; of a list, its words. */
  readonly of: number;
}

export interface FrequencyState {
  /** The newest that there were: while others are read, and while these are no good. */
  readonly frequencies: Frequencies | null;
  /** The text's state, of a list of no interest. */
  readonly text: WordTextState;
  /** What was read of the list; null: it is not there (yet). */
  readonly list: ReadList | null;
  /** The list that the settings name is not in this browser. */
  readonly listMissing: boolean;
}

/** The list's text: as typed, or as it was kept; null while it is fetched, undefined where it is not. */
function useListText({ from, list, listFile }: FrequencySettings): string | null | undefined {
  const [kept, setKept] = useState<{ readonly id: string; readonly text: string | null } | null>(null);
  const wanted = from === 'list' ? listFile : '';
  useEffect(() => {
    if (wanted === '') return;
    let current = true;
    void textShelf()
      .load(wanted)
      .then((text) => current && setKept({ id: wanted, text }));
    return () => {
      current = false;
    };
  }, [wanted]);
  if (wanted === '') return list;
  if (kept?.id !== wanted) return null;
  return kept.text ?? undefined;
}

/** Fetches no text for a list. */
const NO_TEXT = { source: 'own', ownText: '' } as const;

/** Words and counts of the settings, of a text or of a list, at most `most` of them. */
export function useFrequencies(settings: FrequencySettings, most: number): FrequencyState {
  const isList = settings.from === 'list';
  const asked = useMemo(
    () => ({ ...settings, words: Math.min(settings.words, most), ...(isList ? NO_TEXT : {}) }),
    [settings, most, isList],
  );
  const text = useWordText(asked);
  const listText = useListText(settings);
  const list = useMemo(
    () => (isList && typeof listText === 'string' ? readList(listText, most) : null),
    [isList, listText, most],
  );
  const { read } = text;
  const fresh = useMemo((): Frequencies | null => {
    if (!isList) return read && { words: read.words, counts: read.counts, of: read.types };
    if (!list || list.list.words.length === 0) return null;
    return { ...list.list, of: list.list.words.length };
  }, [isList, list, read]);
  const [last, setLast] = useState(fresh);
  if (fresh && fresh !== last) setLast(fresh);
  return { frequencies: fresh ?? last, text, list, listMissing: listText === undefined };
}

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReadText, ReadTextFailure, ReadTextResult } from '../../models/word2vec/read-text.ts';
import type { EmbeddingText } from '../../workers/embeddings/protocol.ts';
import { tokenizationOf } from '../texts/settings.ts';
import { type TextSourceState, useTextSource } from '../texts/useTextSource.ts';
import { createReader, type Reading } from './read-slowly.ts';
import { partOf, type WordTextSettings } from './settings.ts';

export interface WordTextState {
  /** `reading`: the text is there, its words are being counted. */
  readonly status: 'loading' | 'reading' | 'ready' | 'failed';
  /** What a run is given: the text of these settings, or while that is read or when it is no good, the last one that was. */
  readonly text: EmbeddingText | null;
  /** Equal keys: equal `text`. */
  readonly key: string | null;
  /** Words, counts and facts of these settings; null until they are read. */
  readonly read: ReadText | null;
  /** Why there is nothing to learn. */
  readonly failure: ReadTextFailure | null;
  /** UTF-16 units read. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Where the text comes from, as `TextSource` has it. */
  readonly source: TextSourceState;
}

/** One reader for all figures of a page: most of them read the same text. */
const read = createReader();
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
const now = (): number => performance.now();

/** The text of the settings as a reading; null until it is there. */
function useAsked(settings: WordTextSettings, source: TextSourceState): Reading | null {
  const { level, ends, part, minCount, words } = settings;
  return useMemo(() => {
    if (!source.text) return null;
    const key = JSON.stringify([source.text.key, level, ends, part]);
    const text = partOf(source.text.text, part);
    return { key, text, minCount, words, ...tokenizationOf({ level, ends }) };
  }, [source.text, level, ends, part, minCount, words]);
}

interface Found {
  readonly asked: Reading;
  readonly result: ReadTextResult;
}

function useReading(asked: Reading | null) {
  const [found, setFound] = useState<Found | null>(null);
  const [good, setGood] = useState<Reading | null>(null);
  const [units, setUnits] = useState(0);
  const keep = useCallback((next: Found) => {
    setFound(next);
    if (next.result.ok) setGood(next.asked);
  }, []);
  useEffect(() => {
    if (!asked) return;
    let wanted = true;
    setUnits(0);
    const how = { pause: breathe, onRead: setUnits, isWanted: () => wanted, now };
    void read(asked, how).then((result) => result && wanted && keep({ asked, result }));
    return () => {
      wanted = false;
    };
  }, [asked, keep]);
  return { result: found?.asked === asked ? (found?.result ?? null) : null, good, units };
}

function statusOf(source: TextSourceState, result: ReadTextResult | null): WordTextState['status'] {
  if (!source.text) return source.status;
  if (!result) return 'reading';
  return result.ok ? 'ready' : 'failed';
}

/** Nothing typed is a text without words. */
function failureOf(source: TextSourceState, result: ReadTextResult | null): ReadTextFailure | null {
  if (source.fault?.code === 'nothing-typed') return { code: 'no-words' };
  return result && !result.ok ? result.failure : null;
}

/** Whether there is a text from which nothing can be learnt, or none at all: nothing is to be awaited. */
export const isUnusable = ({ failure, source }: Pick<WordTextState, 'failure' | 'source'>): boolean =>
  failure !== null || source.fault !== null;

/** The text that the settings ask for, and what word vectors find in it; long ones are read while the page stays awake. */
export function useWordText(settings: WordTextSettings): WordTextState {
  const source = useTextSource(settings);
  const asked = useAsked(settings, source);
  const { result, good, units } = useReading(asked);
  const text = useMemo(() => {
    if (!good) return null;
    const { key: _, ...rest } = good;
    return rest;
  }, [good]);
  const isReading = asked !== null && result === null;
  return {
    status: statusOf(source, result),
    text,
    key: good && JSON.stringify([good.key, good.minCount, good.words]),
    read: result?.ok ? result.read : null,
    failure: failureOf(source, result),
    progress: isReading ? { done: units, total: asked.text.length } : null,
    source,
  };
}

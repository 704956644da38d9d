import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CorpusError, loadCorpus } from '../../store/corpora.ts';
import { textShelf } from '../../store/text-shelf.ts';
import { JOINED, type Joined, type TextSourceSettings } from './settings.ts';

/** A text that can be trained on. */
export interface SourceText {
  /** A corpus's or file's name; null: what the reader typed. */
  readonly name: string | null;
  readonly text: string;
  /** Equal keys: equal texts. */
  readonly key: string;
}

/** Why there is no text. */
export type SourceFault =
  /** A corpus could not be fetched. */
  | { readonly code: 'not-fetched'; readonly corpus: string; readonly detail: string }
  /** The link names a text that this browser does not have. */
  | { readonly code: 'not-here'; readonly id: string }
  /** Own text without a token. */
  | { readonly code: 'nothing-typed' };

export interface TextSourceState {
  readonly status: 'loading' | 'ready' | 'failed';
  /** The text that the settings ask for; null until it is there. */
  readonly text: SourceText | null;
  /** Of files that are being read as a new text: bytes. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly fault: SourceFault | null;
  retry(): void;
}

type Found = { readonly key: string } & (
  | { readonly text: SourceText; readonly fault: null }
  | { readonly text: null; readonly fault: SourceFault }
);
/** Which text is asked for. */
export interface SourceAsked extends Pick<TextSourceSettings, 'ownText' | 'kept'> {
  readonly source: TextSourceSettings['source'] | Joined;
}

const isJoined = (source: string): source is Joined => Object.hasOwn(JOINED, source);

const detailOf = (error: unknown): string =>
  error instanceof CorpusError
    ? `HTTP ${error.status}`
    : error instanceof Error
      ? error.message
      : String(error);

async function find({ source, ownText, kept }: SourceAsked): Promise<SourceText | SourceFault> {
  if (source === 'kept') return findKept(kept);
  if (source === 'own') {
    if (ownText.trim() === '') return { code: 'nothing-typed' };
    return { name: null, text: ownText, key: `own ${ownText}` };
  }
  try {
    const parts = isJoined(source) ? JOINED[source] : [source];
    const texts = await Promise.all(parts.map(loadCorpus));
    return { name: source, text: texts.join('\n\n'), key: source };
  } catch (error) {
    return { code: 'not-fetched', corpus: source, detail: detailOf(error) };
  }
}

async function findKept(id: string): Promise<SourceText | SourceFault> {
  const shelf = textShelf();
  const [text] = await Promise.all([shelf.load(id), shelf.store.getState().kept ?? shelf.refresh()]);
  if (text === null) return { code: 'not-here', id };
  const about = shelf.store.getState().kept?.find((one) => one.id === id);
  return { name: about?.name ?? null, text, key: id };
}

/** The text that the settings name: what was typed, a corpus once it is fetched, a kept text once it is read. */
export function useTextSource(settings: SourceAsked): TextSourceState {
  const { source, ownText, kept } = settings;
  const [found, setFound] = useState<Found | null>(null);
  const [attempt, setAttempt] = useState(0);
  const intake = useStore(textShelf().store, (state) => state.intake);
  // A text that was missing is there once it has been read again.
  const isKept = useStore(
    textShelf().store,
    (state) => source === 'kept' && (state.kept?.some(({ id }) => id === kept) ?? false),
  );
  const key = JSON.stringify([source, source === 'own' ? ownText : source === 'kept' ? kept : '']);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the settings that matter; a new attempt looks again.
  useEffect(() => {
    let current = true;
    void find(settings).then((result) => {
      if (!current) return;
      setFound((before) => {
        if ('code' in result) return { key, text: null, fault: result };
        // The same text stays the same object.
        return before?.key === key && before.text ? before : { key, text: result, fault: null };
      });
    });
    return () => {
      current = false;
    };
  }, [key, attempt, isKept]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const progress = intake?.progress ?? null;
  if (found?.key !== key) return { status: 'loading', text: null, progress, fault: null, retry };
  const { text, fault } = found;
  return { status: text ? 'ready' : 'failed', text, progress, fault, retry };
}

import { useRef } from 'react';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import type { WordTextSettings } from '../word-texts/settings.ts';
import { useWordText, type WordTextState } from '../word-texts/useWordText.ts';

export interface CountedTextState {
  /** The text of the settings; while that is read, the last one that was. */
  readonly read: ReadText | null;
  readonly state: WordTextState;
}

/** The text of a figure, which goes on showing the last one until another is there. */
export function useCountedText(settings: WordTextSettings): CountedTextState {
  const state = useWordText(settings);
  const last = useRef<ReadText | null>(null);
  if (state.read) last.current = state.read;
  return { read: state.read ?? last.current, state };
}

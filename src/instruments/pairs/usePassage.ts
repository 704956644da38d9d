import { useMemo } from 'react';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import { tokenizationOf } from '../texts/settings.ts';
import { partOf } from '../word-texts/settings.ts';
import type { WordTextState } from '../word-texts/useWordText.ts';
import { type DrawnPassage, drawPassage } from './draw-windows.ts';
import { knownWords, passagesOf, passageTokens } from './passages.ts';
import { MOST_PASSAGES, type PairsSettings, thresholdOf } from './settings.ts';

export interface PassageState {
  readonly read: ReadText;
  readonly passage: DrawnPassage;
  /** Passages of the text. */
  readonly count: number;
  /** Whether the sentence goes on beyond this passage. */
  readonly cut: boolean;
}

/** The passage that the settings ask for, with what is drawn for it; null until the text is read or when it is no good. */
export function usePassage(settings: PairsSettings, state: WordTextState): PassageState | null {
  const { part, level, ends, passage: wanted, window, shrink, logT, seed } = settings;
  const { read } = state;
  const whole = state.source.text?.text ?? null;
  const text = useMemo(() => (whole === null ? null : partOf(whole, part)), [whole, part]);
  const spans = useMemo(
    () => (text === null ? [] : passagesOf(text, tokenizationOf({ level, ends }).ends, MOST_PASSAGES)),
    [text, level, ends],
  );
  const known = useMemo(() => read && knownWords(read), [read]);
  const span = spans[Math.min(wanted, spans.length) - 1];
  const tokens = useMemo(
    () =>
      text !== null && known && span ? passageTokens(text.slice(span.start, span.end), level, known) : null,
    [text, known, span, level],
  );
  const total = read?.kept ?? 0;
  const passage = useMemo(
    () => tokens && drawPassage(tokens, { window, shrink, threshold: thresholdOf({ logT }), seed, total }),
    [tokens, window, shrink, logT, seed, total],
  );
  return read && passage && span ? { read, passage, count: spans.length, cut: span.cut } : null;
}

import type { Tokenization } from '../../models/text/tokenize.ts';
import {
  chooseWords,
  corpusOf,
  type ReadTextResult,
  type WordLimits,
} from '../../models/word2vec/read-text.ts';
import { type TextWords, textWords } from '../../models/word2vec/text-words.ts';

/** What reading a long text on a page that stays awake needs. */
export interface SlowReading {
  /** Lets the page do something else. */
  pause(): Promise<void>;
  /** Hears how many UTF-16 units are read. */
  onRead(units: number): void;
  isWanted(): boolean;
  now(): number;
}

/** Milliseconds of work between two pauses, and between two reports of how far it is. */
const SLICE_MS = 10;
const REPORT_MS = 100;

/** Goes through a generator of work a few milliseconds at a time; null once it is not wanted any more. */
export async function slowly<T>(
  work: Generator<number, T>,
  { pause, onRead, isWanted, now }: SlowReading,
): Promise<T | null> {
  let heard = now();
  let said = heard;
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    const time = now();
    if (time - heard < SLICE_MS) continue;
    if (time - said >= REPORT_MS) {
      onRead(value);
      said = time;
    }
    await pause();
    if (!isWanted()) return null;
    heard = now();
  }
}

export interface Reading extends Tokenization, WordLimits {
  /** Equal keys: equal texts, cut into tokens alike. */
  readonly key: string;
  readonly text: string;
}

/** Reads texts; the words of the last one are kept, so that other limits need not read it again. */
export function createReader() {
  let kept: { readonly key: string; readonly words: TextWords } | null = null;
  return async (asked: Reading, how: SlowReading): Promise<ReadTextResult | null> => {
    const words = kept?.key === asked.key ? kept.words : await slowly(textWords(asked.text, asked), how);
    if (!words) return null;
    kept = { key: asked.key, words };
    const chosen = chooseWords(words, asked);
    if (!chosen.ok) return chosen;
    return slowly(corpusOf(words, chosen.choice, asked.text.length), how);
  };
}

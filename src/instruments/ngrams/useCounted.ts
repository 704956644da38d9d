import { useEffect, useState } from 'react';
import { tokenizationOf } from '../texts/settings.ts';
import type { SourceText } from '../texts/useTextSource.ts';
import { type CountedText, countText } from './count-text.ts';
import type { CountedSettings } from './settings.ts';

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** What several figures of a page count alike is counted once: the latest few. */
const MOST_KEPT = 3;
const kept = new Map<string, CountedText>();

function keep(key: string, counted: CountedText): void {
  kept.delete(key);
  kept.set(key, counted);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

/** The n-grams of a text by these settings; null until they are counted. */
export function useCounted(source: SourceText | null, settings: CountedSettings): CountedText | null {
  const { level, ends, vocabulary, amount } = settings;
  const key = source === null ? null : JSON.stringify([source.key, level, ends, vocabulary, amount]);
  const [counted, setCounted] = useState<{ readonly key: string; readonly text: CountedText } | null>(null);
  useEffect(() => {
    if (source === null || key === null) return;
    let wanted = true;
    const known = kept.get(key);
    const tokenization = tokenizationOf({ level, ends });
    const request = { text: source.text, amount: Number(amount), tokenization, vocabulary };
    void (known ? Promise.resolve(known) : countText(request, breathe, () => wanted)).then((text) => {
      if (!text) return;
      keep(key, text);
      if (wanted) setCounted({ key, text });
    });
    return () => {
      wanted = false;
    };
  }, [source, key, level, ends, vocabulary, amount]);
  return counted !== null && counted.key === key ? counted.text : null;
}

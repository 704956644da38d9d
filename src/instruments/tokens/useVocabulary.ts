import { useEffect, useState } from 'react';
import type { Vocabulary } from '../../models/text/vocabulary.ts';
import { loadCorpus } from '../../store/corpora.ts';
import { countText, type Level } from './count-text.ts';
import type { Source, TokenSettings } from './settings.ts';
import { STORY } from './story.ts';

/** Longest slice of counting (ms) between two chances for the page to answer. */
const SLICE = 8;

export type Counted =
  | { readonly state: 'counting' }
  | { readonly state: 'failed'; readonly detail: string; retry(): void }
  | { readonly state: 'ready'; readonly vocabulary: Vocabulary };

/** Built-in texts that were counted before, by source and level. */
const counted = new Map<string, Vocabulary>();

function createPause(): () => Promise<void> | null {
  let end = performance.now() + SLICE;
  return () => {
    if (performance.now() < end) return null;
    return new Promise((resolve) => {
      setTimeout(() => {
        end = performance.now() + SLICE;
        resolve();
      });
    });
  };
}

const textOf = (source: Source, ownText: string): Promise<string> => {
  if (source === 'own') return Promise.resolve(ownText);
  return source === 'chinese' ? Promise.resolve(STORY) : loadCorpus(source);
};

async function count(source: Source, ownText: string, level: Level): Promise<Vocabulary> {
  const key = source === 'own' ? null : `${source} ${level}`;
  const known = key === null ? undefined : counted.get(key);
  if (known) return known;
  const vocabulary = await countText(await textOf(source, ownText), level, createPause());
  if (key !== null) counted.set(key, vocabulary);
  return vocabulary;
}

/** The full vocabulary of the text that the settings name. The last one stays until the next is counted. */
export function useVocabulary({ source, ownText, level }: TokenSettings): Counted {
  const [result, setResult] = useState<Counted>({ state: 'counting' });
  const [attempt, setAttempt] = useState(0);
  const own = source === 'own' ? ownText : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt fetches again.
  useEffect(() => {
    let current = true;
    const retry = () => setAttempt((before) => before + 1);
    count(source, own, level).then(
      (vocabulary) => current && setResult({ state: 'ready', vocabulary }),
      (error: unknown) => {
        const detail = error instanceof Error ? error.message : String(error);
        if (current) setResult({ state: 'failed', detail, retry });
      },
    );
    return () => {
      current = false;
    };
  }, [source, own, level, attempt]);
  return result;
}

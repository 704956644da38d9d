import { useCallback, useEffect, useState } from 'react';
import { CorpusError, loadCorpus } from '../../store/corpora.ts';
import type { UnrolledSettings } from './settings.ts';

export interface TrainingText {
  /** Null while the text that the settings ask for is on its way. */
  readonly text: string | null;
  readonly failure: { readonly corpus: string; readonly detail: string } | null;
  retry(): void;
}

interface Loaded {
  readonly corpus: string;
  readonly text: string;
}

const detailOf = (error: unknown): string =>
  error instanceof CorpusError
    ? `HTTP ${error.status}`
    : error instanceof Error
      ? error.message
      : String(error);

/** The text that the settings name: the learner's own at once, a corpus once it is fetched. */
export function useTrainingText({
  corpus,
  ownText,
}: Pick<UnrolledSettings, 'corpus' | 'ownText'>): TrainingText {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<TrainingText['failure']>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt fetches again.
  useEffect(() => {
    if (corpus === 'own') return;
    let current = true;
    setFailure(null);
    loadCorpus(corpus).then(
      (text) => current && setLoaded({ corpus, text }),
      (error: unknown) => current && setFailure({ corpus, detail: detailOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [corpus, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  if (corpus === 'own') return { text: ownText, failure: null, retry };
  return { text: loaded?.corpus === corpus ? loaded.text : null, failure, retry };
}

import { useMemo, useState } from 'react';
import type { VectorSet } from '../../store/vectors-state.ts';
import { questionsOf } from './lists.ts';
import type { LISTS, ScoreSettings } from './settings.ts';
import { type Scores, useScores } from './useScores.ts';

/** A reader's own list, and whether anything is being scored. */
export interface Scoring {
  readonly scores: Scores;
  readonly own: string;
  readonly setOwn: (text: string) => void;
  /** The list that is scored; that of the set's language unless the reader chose another. */
  readonly list: (typeof LISTS)[number];
  readonly isRunning: boolean;
  /** There is something that has not been scored. */
  readonly isDue: boolean;
  readonly run: () => void;
  readonly cancel: () => void;
}

/** Lists that come with the site are scored as soon as there is a set; the reader's own when he says so. */
export function useScoring(set: VectorSet | null, settings: ScoreSettings): Scoring {
  const [own, setOwnText] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [isCancelled, setCancelled] = useState(false);
  const list = settings.list ?? (set?.info.builtIn === 'characters' ? 'characters' : 'english');
  const questions = useMemo(() => (list === 'own' ? asked : questionsOf(list)), [list, asked]);
  const scores = useScores(set, isCancelled ? null : questions, settings);
  return {
    scores,
    own,
    setOwn: setOwnText,
    list,
    isRunning: scores.share !== null,
    isDue: list === 'own' ? own.trim() !== '' && (own !== asked || isCancelled) : isCancelled,
    run() {
      setAsked(own);
      setCancelled(false);
    },
    cancel: () => setCancelled(true),
  };
}

import { useEffect, useState } from 'react';
import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import { type BothTables, bothTables } from './vector-table.ts';

/** All vectors of a run at some step. */
export interface RunVectors {
  readonly words: readonly string[];
  readonly counts: Int32Array;
  readonly tables: BothTables;
}

/** Milliseconds between two looks at all vectors: they may be megabytes. */
const EVERY_MS = 700;

/** All vectors of a run, asked for again while it learns, and once more when it rests. */
export function useVectors(run: EmbeddingRun | null, state: EmbeddingRunState | null): RunVectors | null {
  const [held, setHeld] = useState<RunVectors | null>(null);
  const info = state?.info ?? null;
  useEffect(() => {
    if (!run || !info) return;
    let wanted = true;
    let seen = -1;
    const look = async () => {
      const step = run.store.getState().frame?.stats.step ?? -1;
      if (step === seen) return;
      seen = step;
      const answer = await run.vectors();
      if (wanted && answer) setHeld({ words: info.words, counts: info.counts, tables: bothTables(answer) });
    };
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [run, info]);
  return info && held?.words === info.words ? held : null;
}

import { compete, type Referee, type Stage } from './compete.ts';
import { openCompetitor } from './competitor.ts';
import { type BenchPlan, matchesOf } from './plan.ts';
import type { CharacterShape } from './shape.ts';
import type { Result } from './table.ts';

export interface Progress {
  /** Matches over. */
  readonly done: number;
  readonly total: number;
  readonly shape: CharacterShape;
  readonly stage: Stage;
}

export interface BenchListener {
  readonly onProgress: (progress: Progress) => void;
  readonly onResult: (result: Result) => void;
}

/** Runs a plan, match by match. Rejects only when the signal is aborted; what was measured before has been told. */
export async function runBench(
  plan: BenchPlan,
  { onProgress, onResult }: BenchListener,
  signal: AbortSignal,
): Promise<void> {
  const matches = matchesOf(plan);
  for (const [done, match] of matches.entries()) {
    const { shape } = match;
    const referee: Referee = {
      open: openCompetitor,
      now: () => performance.now(),
      signal,
      onStage: (stage) => onProgress({ done, total: matches.length, shape, stage }),
    };
    onResult({ shape, outcomes: await compete(match, referee) });
  }
}

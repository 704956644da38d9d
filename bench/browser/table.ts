import type { Outcome } from './compete.ts';
import { type ContestantId, isOurs } from './contestants.ts';
import type { Problem } from './problem.ts';
import { disagreement, isMeasured, ratioOf } from './rows.ts';
import { type CharacterShape, gigaflops } from './shape.ts';
import { spread } from './statistics.ts';

/** A match and what came of it. */
export interface Result {
  readonly shape: CharacterShape;
  readonly outcomes: readonly Outcome[];
}

/** One contestant at one shape, as numbers: what the page, the text and the README all show. */
export interface Line {
  readonly contestant: ContestantId;
  readonly note: string | null;
  readonly median: number | null;
  readonly spread: number | null;
  readonly runs: number;
  readonly gflops: number | null;
  /** How many times longer each of the table's peers takes; null where that was not measured, or the two disagree. */
  readonly ratios: readonly (number | null)[];
  readonly problem: Problem | null;
}

/** Those whom a table compares with, first to last: the peers that were measured, and our own plain TypeScript. */
export function columnsOf(results: readonly Result[]): readonly ContestantId[] {
  const measured = results.flatMap(({ outcomes }) => outcomes.filter(isMeasured));
  const present = new Set(measured.map(({ contestant }) => contestant));
  const peers = [...present].filter((id) => !isOurs(id));
  return [...peers, ...(present.has('js') ? (['js'] as const) : [])];
}

export function linesOf({ shape, outcomes }: Result, columns: readonly ContestantId[]): readonly Line[] {
  return outcomes.map((outcome) => {
    const against = (id: ContestantId) => outcomes.find(({ contestant }) => contestant === id);
    const ratios = columns.map((id) =>
      id === outcome.contestant || !isOurs(outcome.contestant) ? null : ratioOf(outcome, against(id)),
    );
    if (!isMeasured(outcome)) return { ...NOTHING, ...outcome, ratios };
    const { contestant, note, time } = outcome;
    return {
      contestant,
      note,
      median: time.median,
      spread: spread(time),
      runs: time.runs,
      gflops: gigaflops(shape, time.median),
      ratios,
      problem: problemAmong(outcome, outcomes),
    };
  });
}

const NOTHING = { note: null, median: null, spread: null, runs: 0, gflops: null };

/** Whom a contestant's losses contradict. */
function problemAmong(outcome: Outcome, all: readonly Outcome[]): Problem | null {
  const first = all.find(isMeasured);
  return first && isMeasured(outcome) ? disagreement(first, outcome) : null;
}

/** Three significant digits, no exponent. */
export function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}

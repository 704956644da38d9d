import type { CellKind } from '../../src/models/cells/types.ts';
import type { Measured, Outcome } from './compete.ts';
import { type BenchTier, type ContestantId, isOurs, tierOf } from './contestants.ts';
import { isAbsence, type Problem, problemText } from './problem.ts';
import { type CharacterShape, gigaflops } from './shape.ts';
import { spread } from './statistics.ts';

/** One of ours against one peer: a line of `npm run bench -- --json`. Null where it was not measured: `problem` says why. */
export interface BenchRow {
  readonly bench: CellKind;
  readonly setting: string;
  readonly tier: BenchTier;
  readonly median_ms: number | null;
  readonly peer: string | null;
  readonly peer_median_ms: number | null;
  /** How many times longer the peer takes. */
  readonly ratio: number | null;
  readonly runs: number;
  readonly contestant: ContestantId;
  readonly hidden: number;
  readonly note: string | null;
  readonly gflops: number | null;
  /** Distance of the quartiles over the median. */
  readonly spread: number | null;
  readonly fastest_ms: number | null;
  readonly peer_runs: number;
  readonly peer_spread: number | null;
  readonly peer_fastest_ms: number | null;
  /** Before the first and the second update, nats. */
  readonly losses: readonly number[];
  readonly peer_losses: readonly number[];
  readonly problem: string | null;
}

/**
 * Largest difference of two losses, nats, between contestants who compute the same thing: far above rounding in 32 bits, and
 * below what the second loss shows when the first update lacked any one gradient (3e-4 and more).
 */
export const SAME_LOSS = 1e-4;

export function isMeasured(outcome: Outcome | undefined): outcome is Measured {
  return outcome !== undefined && 'time' in outcome;
}

/** Why no ratio may be reported of these two, or null: they started from the same weights and must have the same losses. */
export function disagreement(a: Measured, b: Measured): Problem | null {
  const wrong = a.losses.findIndex((loss, i) => !(Math.abs(loss - b.losses[i]!) <= SAME_LOSS));
  if (wrong < 0) return null;
  const values = [a, b].map(({ contestant, losses }) => `${contestant} ${losses[wrong]?.toFixed(5)}`);
  return { code: 'disagrees', detail: values.join(', ') };
}

/** How many times longer the peer takes; null when either was not measured or they compute different things. */
export function ratioOf(ours: Outcome | undefined, peer: Outcome | undefined): number | null {
  if (!isMeasured(ours) || !isMeasured(peer) || disagreement(ours, peer) !== null) return null;
  return peer.time.median / ours.time.median;
}

/**
 * Whom each of ours is compared with: every TF.js peer that took part; where none did, our own next slower tier, so that larger
 * sizes show what a tier is worth.
 */
export function peersOf(id: ContestantId, present: readonly ContestantId[]): readonly ContestantId[] {
  const peers = present.filter((one) => !isOurs(one));
  if (peers.length > 0) return peers;
  const ladder = id === 'webgpu' ? (['wasm', 'js'] as const) : (['js'] as const);
  const next = ladder.find((one) => one !== id && present.includes(one));
  return next ? [next] : [];
}

/** Took part, if only to fail: what a machine lacks is told once, not as a row of every pair. */
function isPresent(outcome: Outcome): boolean {
  return isMeasured(outcome) || !isAbsence(outcome.problem);
}

/** All rows of one match. */
export function rowsOf(shape: CharacterShape, outcomes: readonly Outcome[]): readonly BenchRow[] {
  const present = outcomes.filter(isPresent).map(({ contestant }) => contestant);
  return outcomes
    .filter(({ contestant }) => isOurs(contestant))
    .flatMap((ours) => {
      const peers = isPresent(ours) ? peersOf(ours.contestant, present) : [];
      if (peers.length === 0) return [row(shape, ours, undefined)];
      return peers.map((id) =>
        row(
          shape,
          ours,
          outcomes.find(({ contestant }) => contestant === id),
        ),
      );
    });
}

function row(shape: CharacterShape, ours: Outcome, peer: Outcome | undefined): BenchRow {
  const { cell, hidden } = shape;
  const mine = sideOf(ours);
  const theirs = sideOf(peer);
  return {
    bench: cell,
    setting: settingOf(shape, ours),
    tier: tierOf(ours.contestant),
    median_ms: mine.median,
    peer: peer ? peer.contestant : null,
    peer_median_ms: theirs.median,
    ratio: ratioOf(ours, peer),
    runs: mine.runs,
    contestant: ours.contestant,
    hidden,
    note: isMeasured(ours) ? ours.note : null,
    gflops: mine.median === null ? null : gigaflops(shape, mine.median),
    spread: mine.spread,
    fastest_ms: mine.fastest,
    peer_runs: theirs.runs,
    peer_spread: theirs.spread,
    peer_fastest_ms: theirs.fastest,
    losses: mine.losses,
    peer_losses: theirs.losses,
    problem: problemsOf(ours, peer),
  };
}

function sideOf(outcome: Outcome | undefined) {
  if (!isMeasured(outcome)) return { median: null, fastest: null, runs: 0, spread: null, losses: [] };
  const { time, losses } = outcome;
  const { median, fastest, runs } = time;
  return { median, fastest, runs, spread: spread(time), losses };
}

function problemsOf(ours: Outcome, peer: Outcome | undefined): string | null {
  const absent = [ours, peer].flatMap((one) =>
    one && !isMeasured(one) ? [`${one.contestant}: ${problemText(one.problem)}`] : [],
  );
  if (absent.length > 0) return absent.join('; ');
  const differs = isMeasured(ours) && isMeasured(peer) ? disagreement(ours, peer) : null;
  return differs && problemText(differs);
}

const GEARS: Partial<Record<ContestantId, string>> = {
  wasm: 'SIMD',
  'wasm-relaxed': 'relaxed SIMD',
  'wasm-threads': 'threads',
};

function settingOf({ vocabulary, batch, steps, hidden }: CharacterShape, ours: Outcome): string {
  const gear = GEARS[ours.contestant];
  const words = [`vocabulary ${vocabulary}`, `batch ${batch}`, `T ${steps}`, `hidden ${hidden}`];
  return [...words, ...(gear ? [gear] : [])].join(', ');
}

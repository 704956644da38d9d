import { chiSquare, chiSquareTail } from './chi-square.ts';
import { drawMore, type NoiseTable, startTally, type Tally } from './draws.ts';

/** Noises that the draws are held against: their own, all words alike, and as often as they occur. */
export const RIVALS = ['own', 'uniform', 'unigram'] as const;
export type Rival = (typeof RIVALS)[number];

/** Draws of a seed from a noise, and how far they have strayed from each rival on the way. */
export interface DrawHistory {
  readonly table: NoiseTable;
  readonly seed: number;
  readonly tally: Tally;
  /** Draws after which χ² was taken, ascending. */
  readonly at: readonly number[];
  readonly chi: Readonly<Record<Rival, readonly number[]>>;
}

type Rivals = Readonly<Record<Rival, Float64Array>>;

/** More points say nothing more; every second one goes then. */
const MOST_POINTS = 120;

export function startHistory(table: NoiseTable, seed: number): DrawHistory {
  const tally = startTally(table.probabilities.length, seed);
  return { table, seed, tally, at: [], chi: { own: [], uniform: [], unigram: [] } };
}

/** Draws on until so many are drawn: the same points whether in one go or in many, as long as it ends at the same draw. */
export function drawUntil(history: DrawHistory, rivals: Rivals, draws: number): DrawHistory {
  let { tally } = history;
  const at = [...history.at];
  const chi = {
    own: [...history.chi.own],
    uniform: [...history.chi.uniform],
    unigram: [...history.chi.unigram],
  };
  const step = stepFor(draws);
  while (tally.draws < draws) {
    const next = Math.min(draws, (Math.floor(tally.draws / step) + 1) * step);
    tally = drawMore(tally, history.table, next - tally.draws);
    if (tally.draws % step !== 0) continue;
    at.push(tally.draws);
    for (const rival of RIVALS) chi[rival].push(chiSquare(tally.seen, rivals[rival]).value);
  }
  const kept = at.map((draw) => draw % step === 0);
  const thin = (values: readonly number[]) => values.filter((_, i) => kept[i]);
  return {
    ...history,
    tally,
    at: thin(at),
    chi: { own: thin(chi.own), uniform: thin(chi.uniform), unigram: thin(chi.unigram) },
  };
}

/** Draws between two points: a power of two, so that the points of fewer draws are among those of more. */
function stepFor(draws: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, draws) / MOST_POINTS)));
}

/** The x above which only so small a share of right draws strays: by halving. */
export function chiSquareLimit(tail: number, freedom: number): number {
  let [low, high] = [0, 10 * (freedom + 10)];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (chiSquareTail(middle, freedom) > tail) low = middle;
    else high = middle;
  }
  return high;
}

import type { StepStats, Trainer } from './protocol.ts';
import { RunError } from './run-error.ts';

/** How much time a measurement may take: milliseconds, and steps between two read-backs. */
export interface MeasureLimits {
  readonly totalMs: number;
  readonly blockMs: number;
  readonly blockSteps: number;
}

export interface StepTime {
  /** Null when the run diverged before there was anything to tell. */
  readonly ms: number | null;
  /** What the first step reported. */
  readonly first: StepStats | null;
}

/** Long enough for a median, short enough that nobody waits. A running figure reads back about as often as a block does. */
const LIMITS: MeasureLimits = { totalMs: 250, blockMs: 50, blockSteps: 8 };
/** A tier's 32 bits against the reference's 64, at the sizes of the run itself. */
const TOLERANCE = 1e-2;

/**
 * Milliseconds that a step takes: the median over blocks of steps, each with its read-back, so that nothing is left waiting
 * on a device. The first block, which compiles and warms, does not count. Throws when the first step's loss or gradient is not the one that was `expected`, by the reference or by
 * another tier.
 */
export async function timeSteps(
  trainer: Trainer,
  expected: StepStats | null,
  now: () => number,
  limits: MeasureLimits = LIMITS,
): Promise<StepTime> {
  const blocks: number[] = [];
  let first: StepStats | null = null;
  try {
    await runBlock(trainer, now, limits);
    first = (await trainer.stats()).since[0] ?? null;
    checkFirst(first, expected);
    const begun = now();
    do {
      const begin = now();
      const steps = await runBlock(trainer, now, limits);
      await trainer.stats();
      blocks.push((now() - begin) / steps);
    } while (isUndecided(now() - begun, blocks.length, limits));
  } catch (error) {
    // A run that flies apart does so on every tier; the reader will be told when it is trained.
    if (!(error instanceof RunError && error.failure.code === 'diverged')) throw error;
  }
  return { ms: median(blocks), first };
}

/** A median takes three; one pause of the machine may cost some more time, but not much. */
function isUndecided(elapsed: number, blocks: number, { totalMs }: MeasureLimits): boolean {
  return elapsed < totalMs || (blocks < 3 && elapsed < 4 * totalMs);
}

/** Two steps at least, so that what only a second step needs is warm as well. */
async function runBlock(trainer: Trainer, now: () => number, limits: MeasureLimits): Promise<number> {
  const end = now() + limits.blockMs;
  let steps = 0;
  do {
    const stepping = trainer.step();
    if (stepping) await stepping;
    steps++;
  } while (steps < 2 || (steps < limits.blockSteps && now() < end));
  return steps;
}

/** The reference knows the next batch's loss and gradient only before the first step; another tier knows the same step's. */
function checkFirst(found: StepStats | null, expected: StepStats | null): void {
  if (!found || !expected || (expected.step !== 0 && expected.step !== found.step)) return;
  for (const what of ['loss', 'gradientNorm'] as const) {
    const [a, b] = [found[what], expected[what]];
    if (Math.abs(a - b) > TOLERANCE * Math.abs(b)) {
      throw new Error(`${what} of the first step is ${a.toPrecision(4)} instead of ${b.toPrecision(4)}`);
    }
  }
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return sorted.length === 0 ? null : (low + high) / 2;
}

import { beforeEach, describe, expect, it } from 'vitest';
import { timeSteps } from './measure.ts';
import type { StepStats, Trainer } from './protocol.ts';
import { RunError } from './run-error.ts';

const LIMITS = { totalMs: 100, blockMs: 20, blockSteps: 4 };
const FIRST: StepStats = { step: 0, loss: 2, gradientNorm: 3, accuracy: null };

let time = 0;
let reads = 0;

beforeEach(() => {
  time = 0;
  reads = 0;
});

/** Takes `stepMs(n)` for its n-th step (from 1) and `readMs` to be read. */
function trainer(stepMs: (step: number) => number, readMs = 0, first: Partial<StepStats> = {}): Trainer {
  let step = 0;
  return {
    step() {
      step++;
      time += stepMs(step);
    },
    get stepsDone() {
      return step;
    },
    async stats() {
      reads++;
      time += readMs;
      const latest = { ...FIRST, step, ...first };
      return { latest, since: [{ ...latest, step: 1 }] };
    },
    async snapshot() {},
    async checkpoint() {
      return new Uint8Array(0);
    },
    evaluate: () => 0,
    async edit() {},
    setLearningRate() {},
    dispose() {},
  };
}

const timed = async (each: Trainer, expected: StepStats | null = FIRST) =>
  (await timeSteps(each, expected, () => time, LIMITS)).ms;

describe('the time of a step', () => {
  it('is that of the steps after the first block, reading included', async () => {
    expect(await timed(trainer((step) => (step <= 2 ? 50 : 3)))).toBe(3);
    expect(await timed(trainer(() => 3, 4))).toBe(4);
  });

  it('is a median: one long pause does not count', async () => {
    expect(await timed(trainer((step) => (step === 9 ? 200 : 3)))).toBe(3);
  });

  it('of slow steps takes a few, no more', async () => {
    const slow = trainer(() => 1000);
    expect(await timed(slow)).toBe(1000);
    expect(slow.stepsDone).toBe(4);
  });

  it('is measured within its time', async () => {
    await timed(trainer(() => 1));
    expect(time).toBeLessThan(LIMITS.totalMs + 3 * LIMITS.blockMs);
    expect(reads).toBeGreaterThan(5);
  });
});

describe('a run that flies apart', () => {
  const diverged = new RunError({ code: 'diverged', step: 2, what: 'loss', value: Number.NaN });
  const throwingAt = (at: number, error: Error) =>
    trainer((step) => {
      if (step === at) throw error;
      return 3;
    });

  it('has no time, or that of what it did', async () => {
    expect(await timed(throwingAt(2, diverged))).toBeNull();
    expect(await timed(throwingAt(30, diverged))).toBe(3);
  });

  it('is not a tier that fails', async () => {
    await expect(timed(throwingAt(2, new Error('unreachable')))).rejects.toThrow('unreachable');
  });
});

describe('the first step', () => {
  it.each([
    ['loss', { loss: 2.2 }, /^loss of the first step is 2\.2/],
    ['gradient', { gradientNorm: 0 }, /^gradientNorm of the first step is 0\.000 instead of 3\.000/],
  ] as const)('must have the %s of the reference', async (_what, changes, message) => {
    await expect(timed(trainer(() => 3, 0, changes))).rejects.toThrow(message);
  });

  it('may round', async () => {
    expect(await timed(trainer(() => 3, 0, { loss: 2.001, gradientNorm: 2.999 }))).toBe(3);
  });

  it('of a run too large for the reference is that of another tier, which it says', async () => {
    const large = trainer(() => 3, 0, { loss: 9 });
    const { ms, first } = await timeSteps(large, null, () => time, LIMITS);
    expect(ms).toBe(3);
    expect(first).toMatchObject({ step: 1, loss: 9 });
    await expect(
      timed(
        trainer(() => 3),
        first,
      ),
    ).rejects.toThrow(/^loss of the first step is/);
    expect(
      await timed(
        trainer(() => 3, 0, { loss: 9.001 }),
        first,
      ),
    ).toBe(3);
  });

  it('of a resumed run is known to nobody', async () => {
    expect(
      await timed(
        trainer(() => 3, 0, { loss: 9 }),
        { ...FIRST, step: 7 },
      ),
    ).toBe(3);
  });
});

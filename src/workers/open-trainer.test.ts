import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TierRequest } from './backend.ts';
import { RECALL_CONFIG, TAGGING_CONFIG, TEXT_CONFIG } from './config.testkit.ts';
import { createJsTrainer } from './js-trainer.ts';
import { type Machine, openTrainer } from './open-trainer.ts';
import type { PreparedRun } from './prepare.ts';
import type { RunConfig, Tier, Trainer } from './protocol.ts';
import { begin, resume, train } from './run.testkit.ts';
import { RunError } from './run-error.ts';
import type { StartState } from './start.ts';

const FREE: TierRequest = { pinned: null, computedOn: null, excluded: [] };

type Create = (run: PreparedRun, start: StartState) => Trainer;

let time = 0;
let tried: Tier[];
let closed: Tier[];
let lose: (detail: string) => void;

beforeEach(() => {
  time = 0;
  tried = [];
  closed = [];
});

/** The reference, pretending to take so long for a step. */
const taking =
  (ms: number): Create =>
  (run, start) => {
    const trainer = createJsTrainer(run, start);
    const step = () => {
      time += ms;
      return trainer.step();
    };
    return Object.create(trainer, { step: { value: step } });
  };

function machine(webgpu: Create, wasm: Create, changes: Partial<Machine> = {}): Machine {
  const tier = (name: Tier, createTrainer: Create) => ({
    createTrainer,
    selfTest: async () => ({ agrees: true }) as const,
    dispose: () => {
      closed.push(name);
    },
  });
  const lost = new Promise<string>((resolve) => {
    lose = resolve;
  });
  return {
    findAdapter: async () => ({ name: 'Apple M2', isSoftware: false }),
    openWebgpu: async () => ({ ...tier('webgpu', webgpu), lost }),
    openWasm: async () => ({ ...tier('wasm', wasm), gears: { relaxed: false, threads: 1 } }),
    now: () => time,
    ...changes,
  };
}

const open = (from: Machine, [run, start]: [PreparedRun, StartState], request = FREE) =>
  openTrainer(request, run, start, {
    machine: from,
    trying: (tier) => {
      tried.push(tier);
    },
  });

describe('a free choice', () => {
  it('starts the faster one and closes the other', async () => {
    const fast = await open(machine(taking(1), taking(3)), begin(TEXT_CONFIG));
    expect(fast.choice).toMatchObject({
      tier: 'webgpu',
      reasons: [{ code: 'measured-faster', ms: 1, otherMs: 3 }, { code: 'hardware-adapter' }],
    });
    expect(closed).toEqual(['wasm']);
    expect(fast.lost).not.toBeNull();
    fast.close();
    expect(closed).toEqual(['wasm', 'webgpu']);
  });

  it('starts WASM where a run is too small for the graphics processor', async () => {
    const { choice, lost } = await open(machine(taking(5), taking(3)), begin(TEXT_CONFIG));
    expect(choice.tier).toBe('wasm');
    expect(lost).toBeNull();
    expect(closed).toEqual(['webgpu']);
  });

  it.each([
    ['next-symbol', TEXT_CONFIG],
    ['recall', RECALL_CONFIG],
    ['tagging, both ways', TAGGING_CONFIG],
  ] as const)('leaves no trace in the run’s numbers: %s', async (_name, config: RunConfig) => {
    const expected = await train(createJsTrainer(...begin(config)), 30);
    const { trainer, choice } = await open(machine(taking(5), taking(3)), begin(config));
    expect(choice.reasons[0]?.code).toBe('measured-faster');
    expect(trainer.stepsDone).toBe(0);
    expect(await train(trainer, 30)).toEqual(expected);
  });

  it('says what it tries, in order', async () => {
    await open(machine(taking(5), taking(3)), begin(TEXT_CONFIG));
    expect(tried).toEqual(['webgpu', 'wasm', 'wasm', 'webgpu', 'wasm']);
  });

  it('takes WASM when the device is lost while it is measured', async () => {
    const losing: Create = (run, start) => {
      const trainer = taking(1)(run, start);
      const step = () => {
        lose('driver reset');
        return new Promise<void>(() => {});
      };
      return Object.create(trainer, { step: { value: step } });
    };
    const { choice } = await open(machine(losing, taking(3)), begin(TEXT_CONFIG));
    expect(choice.tier).toBe('wasm');
    expect(choice.reasons[0]).toEqual({ code: 'tier-failed', tier: 'webgpu', detail: 'driver reset' });
  });

  it('refuses a device whose first step is not the reference’s', async () => {
    const wrong: Create = (run, start) => {
      start.parameters.fill(0);
      return taking(1)(run, start);
    };
    const { choice, trainer } = await open(machine(wrong, taking(3)), begin(TEXT_CONFIG));
    expect(choice.tier).toBe('wasm');
    expect(choice.reasons[0]).toMatchObject({ code: 'tier-failed', tier: 'webgpu' });
    expect(await train(trainer, 3)).toEqual(await train(createJsTrainer(...begin(TEXT_CONFIG)), 3));
  });
});

describe('a tier that cannot take the run', () => {
  const failing =
    (error: Error): Create =>
    () => {
      throw error;
    };
  const OUT = new RunError({ code: 'out-of-memory', step: 0, detail: '3 GiB' });

  it('is left for the next, which says why', async () => {
    const no = machine(taking(1), failing(OUT), { findAdapter: async () => null });
    const { choice, trainer } = await open(no, begin(TEXT_CONFIG));
    expect(choice).toEqual({
      tier: 'js',
      reasons: [{ code: 'no-webgpu' }, { code: 'tier-failed', tier: 'wasm', detail: '3 GiB' }],
    });
    expect(closed).toEqual(['wasm']);
    await train(trainer, 1);
  });

  it('is left even if it was pinned', async () => {
    const no = machine(failing(new Error('no buffer')), taking(3));
    const { choice } = await open(no, begin(TEXT_CONFIG), { ...FREE, pinned: 'webgpu' });
    expect(choice.tier).toBe('wasm');
    expect(tried).toEqual(['webgpu', 'webgpu', 'wasm', 'wasm']);
  });

  it('is not to blame for a run that is wrong in itself', async () => {
    const bad = failing(new RunError({ code: 'bad-checkpoint', detail: 'other-run' }));
    const no = machine(taking(1), bad, { findAdapter: async () => null });
    await expect(open(no, begin(TEXT_CONFIG))).rejects.toMatchObject({ failure: { code: 'bad-checkpoint' } });
  });
});

it('goes on where the run was computed, without measuring', async () => {
  const first = createJsTrainer(...begin(TEXT_CONFIG));
  await train(first, 5);
  const whole = createJsTrainer(...begin(TEXT_CONFIG));
  await train(whole, 5);
  const request = { ...FREE, computedOn: 'webgpu' } as const;
  const from = machine(taking(9), taking(1));
  const { choice, trainer } = await open(from, resume(TEXT_CONFIG, await first.checkpoint()), request);
  expect(choice).toMatchObject({ tier: 'webgpu', reasons: [{ code: 'computed-here' }, {}] });
  expect(time).toBe(0);
  expect(await train(trainer, 7)).toEqual(await train(whole, 7));
});

it('waits for a driver or a download that hangs, but not for ever', async () => {
  vi.useFakeTimers();
  const hung = () => new Promise<never>(() => {});
  const opening = open(
    machine(taking(1), taking(1), { openWebgpu: hung, openWasm: hung }),
    begin(TEXT_CONFIG),
  );
  await vi.advanceTimersByTimeAsync(61_000);
  vi.useRealTimers();
  expect((await opening).choice).toEqual({
    tier: 'js',
    reasons: [
      { code: 'self-test-failed', tier: 'webgpu', detail: 'no answer in 30 s' },
      { code: 'no-wasm', detail: 'no answer in 30 s' },
    ],
  });
});

it('falls to WASM when the self-test never ends because the device is gone', async () => {
  const from = machine(taking(1), taking(3));
  const hung: Machine = {
    ...from,
    openWebgpu: async () => ({ ...(await from.openWebgpu()), selfTest: () => new Promise(() => {}) }),
  };
  const opening = open(hung, begin(TEXT_CONFIG));
  await Promise.resolve();
  lose('gone');
  expect((await opening).choice.reasons[0]).toEqual({
    code: 'self-test-failed',
    tier: 'webgpu',
    detail: 'gone',
  });
});

import { type AdapterFacts, findAdapter } from './adapter.ts';
import { chooseTier, type TierProbes, type TierRequest } from './backend.ts';
import { createJsTrainer } from './js-trainer.ts';
import { timeSteps } from './measure.ts';
import type { PreparedRun } from './prepare.ts';
import type { FailedTier, Tier, TierChoice, Trainer } from './protocol.ts';
import { failureOf } from './run-error.ts';
import { copyStart, type StartState } from './start.ts';
import type { WebgpuTier } from './tf/tier.ts';
import type { WasmTier } from './wasm-tier.ts';

export interface OpenedTrainer {
  readonly choice: TierChoice;
  readonly trainer: Trainer;
  /** Resolves with the reason if the tier's device is lost. */
  readonly lost: Promise<string> | null;
  /** Frees device, memory and threads; the trainer is disposed of first. */
  close(): void;
}

/** A tier that is ready to compute. */
interface OpenTier {
  createTrainer(run: PreparedRun, start: StartState): Trainer;
  readonly lost?: Promise<string>;
  dispose(): void;
}

/** What a machine has to offer; each is asked for at most once, and only where it may be used. */
export interface Machine {
  findAdapter(): Promise<AdapterFacts | null>;
  openWebgpu(): Promise<WebgpuTier>;
  openWasm(run: PreparedRun): Promise<WasmTier>;
  /** Milliseconds from any origin. */
  now(): number;
}

/** The real one. Neither TF.js nor the WASM module is fetched before it is needed. */
export const MACHINE: Machine = {
  findAdapter: () => findAdapter(),
  openWebgpu: async () => (await import('./tf/tier.ts')).openWebgpuTier(),
  openWasm: async (run) => (await import('./wasm-tier.ts')).openWasmTier(run),
  now: () => performance.now(),
};

export interface OpenOptions {
  readonly machine: Machine;
  /** Told before a tier is set to work: if the worker dies, that was it. */
  readonly trying: (tier: Tier) => void;
}

/** A driver or a download that hangs must not keep the reader waiting; a busy software adapter takes some seconds. */
const PATIENCE_MS = 30_000;

/** Chooses a tier and starts the run on it. A tier that cannot take the run is left for the next one. */
export async function openTrainer(
  request: TierRequest,
  run: PreparedRun,
  start: StartState,
  options: OpenOptions,
): Promise<OpenedTrainer> {
  const tiers = new Map<Tier, OpenTier>([['js', { createTrainer: createJsTrainer, dispose() {} }]]);
  const probes = probesOf(tiers, run, start, options);
  const excluded = [...request.excluded];
  for (;;) {
    const choice = await chooseTier({ ...request, excluded }, probes);
    options.trying(choice.tier);
    try {
      const trainer = opened(tiers, choice.tier).createTrainer(run, start);
      return { choice, trainer, ...keepOnly(tiers, choice.tier) };
    } catch (error) {
      excluded.push(failedTier(choice.tier, error, start.step));
    }
  }
}

/** The tier as one that failed; throws what no other tier would do better with. */
function failedTier(tier: Tier, error: unknown, step: number): FailedTier {
  const failure = failureOf(error, step);
  const isTheTiers = failure.code === 'crashed' || failure.code === 'out-of-memory';
  if (tier === 'js' || !isTheTiers) throw error;
  return { tier, detail: failure.detail };
}

/** Opens tiers when asked about them; they stay in `tiers` until the choice is made. */
function probesOf(
  tiers: Map<Tier, OpenTier>,
  run: PreparedRun,
  start: StartState,
  { machine, trying }: OpenOptions,
): TierProbes {
  let expected = start.stats;
  return {
    findAdapter: once(machine.findAdapter),
    testWebgpu: once(async () => {
      trying('webgpu');
      const tier = await inTime({}, machine.openWebgpu());
      tiers.set('webgpu', tier);
      return inTime(tier, tier.selfTest());
    }),
    testWasm: once(async () => {
      trying('wasm');
      const tier = await inTime({}, machine.openWasm(run));
      tiers.set('wasm', tier);
      const result = await tier.selfTest();
      if (!result.agrees) return { verdict: 'disagrees', detail: result.detail };
      return { verdict: 'agrees', gears: tier.gears };
    }),
    async timeStep(name) {
      trying(name);
      const tier = opened(tiers, name);
      const trainer = tier.createTrainer(run, copyStart(run, start));
      const { ms, first } = await inTime(tier, timeSteps(trainer, expected, machine.now));
      // Where the reference is too slow to say, the tiers are held to one another.
      expected ??= first;
      trainer.dispose();
      return ms;
    },
  };
}

function opened(tiers: ReadonlyMap<Tier, OpenTier>, name: Tier): OpenTier {
  const tier = tiers.get(name);
  if (!tier) throw new RangeError(`${name} is not open`);
  return tier;
}

/** Closes all tiers but one. */
function keepOnly(tiers: ReadonlyMap<Tier, OpenTier>, name: Tier): Pick<OpenedTrainer, 'lost' | 'close'> {
  for (const [other, tier] of tiers) if (other !== name) tier.dispose();
  const { lost = null, dispose } = opened(tiers, name);
  return { lost, close: dispose };
}

/** What the work comes to. Throws when the device is lost under it, or says nothing for too long. */
async function inTime<T>({ lost }: Pick<OpenTier, 'lost'>, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in 30 s')), PATIENCE_MS);
  });
  const loss = lost?.then((detail) => Promise.reject(new Error(detail)));
  try {
    return await Promise.race([work, silence, ...(loss ? [loss] : [])]);
  } finally {
    clearTimeout(timer);
    // Whoever comes second finds nobody listening.
    loss?.catch(() => {});
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null;
  return () => {
    result ??= work();
    return result;
  };
}

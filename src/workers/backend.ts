import type { WasmGears } from '../kernels/wasm/types.ts';
import type { AdapterFacts } from './adapter.ts';
import type { FailedTier, Tier, TierChoice, TierReason } from './protocol.ts';

export interface TierRequest {
  readonly pinned: Tier | null;
  /** Where the run's numbers so far, or those that a link points at, were computed: only there they go on bit for bit. */
  readonly computedOn: Tier | null;
  readonly excluded: readonly FailedTier[];
  /** Tiers that compute such a run at all, best first, the reference last; absent: every one. */
  readonly among?: readonly Tier[];
}

/** Whether a tier's forward values and gradients agree with the reference; `detail` says what did not. */
export type SelfTestResult = { readonly agrees: true } | { readonly agrees: false; readonly detail: string };

/** What became of the WASM module here. */
export type WasmVerdict =
  | { readonly verdict: 'agrees'; readonly gears: WasmGears }
  | { readonly verdict: 'disagrees' | 'unavailable'; readonly detail: string };

/** Milliseconds that a training step of this very run takes. */
export interface StepTimes {
  readonly webgpu: number;
  readonly wasm: number;
}

/** What there is to know before choosing. Each probe is called at most once, and only if its answer matters. */
export interface TierProbes {
  findAdapter(): Promise<AdapterFacts | null>;
  /** Trains nothing; computes tiny random RNN, GRU and LSTM on the device and compares. */
  testWebgpu(): Promise<SelfTestResult>;
  testWasm(): Promise<WasmVerdict>;
  /** Milliseconds a step, on a throw-away copy of the run; null when it has none to tell. A throw: the tier is not to be used. */
  timeStep(tier: keyof StepTimes): Promise<number | null>;
}

export interface TierFacts {
  readonly adapter: AdapterFacts | null;
  readonly webgpu: SelfTestResult;
  readonly wasm: WasmVerdict;
  /** Null where there was nothing to compare. */
  readonly times: StepTimes | null;
}

/** Each falls to the next; the last one runs everywhere. */
const ORDER: readonly Tier[] = ['webgpu', 'wasm', 'js'];

const wantedTier = ({ pinned, computedOn }: TierRequest): Tier | null => pinned ?? computedOn;

/** The tiers that come into question, best first: never one above the one that is wanted. */
function candidates(request: TierRequest): readonly Tier[] {
  const wanted = wantedTier(request);
  const { among = ORDER } = request;
  return wanted ? among.filter((tier) => ORDER.indexOf(tier) >= ORDER.indexOf(wanted)) : among;
}

/** Why a tier cannot be used; null where nothing speaks against it. */
function refusalOf(tier: Tier, request: TierRequest, facts: TierFacts): TierReason | null {
  const failed = request.excluded.find((each) => each.tier === tier);
  if (tier === 'js') return null;
  if (failed) return { code: 'tier-failed', tier, detail: failed.detail };
  return tier === 'webgpu' ? webgpuRefusal(request, facts) : wasmRefusal(facts.wasm);
}

/** A software adapter may be pinned, for tests and for comparison. */
function webgpuRefusal({ pinned }: TierRequest, { adapter, webgpu }: TierFacts): TierReason | null {
  if (!adapter) return { code: 'no-webgpu' };
  if (adapter.isSoftware && pinned !== 'webgpu') return { code: 'software-adapter', adapter: adapter.name };
  return webgpu.agrees ? null : { code: 'self-test-failed', tier: 'webgpu', detail: webgpu.detail };
}

function wasmRefusal(wasm: WasmVerdict): TierReason | null {
  if (wasm.verdict === 'agrees') return null;
  const { detail } = wasm;
  return wasm.verdict === 'unavailable'
    ? { code: 'no-wasm', detail }
    : { code: 'self-test-failed', tier: 'wasm', detail };
}

/** The choice, given all facts. Pure. */
export function decideTier(request: TierRequest, facts: TierFacts): TierChoice {
  const order = candidates(request);
  const refusals = order.map((tier) => refusalOf(tier, request, facts));
  const best = order.find((_, i) => refusals[i] === null) ?? 'js';
  const faster = isComparable(request, refusals) ? fasterOf(facts) : null;
  if (faster) return { tier: faster.tier, reasons: [faster.reason, ...aboutTier(faster.tier, facts)] };
  const skipped = refusals.slice(0, order.indexOf(best)).filter((reason) => reason !== null);
  return { tier: best, reasons: [...aboutWish(request, best), ...skipped, ...aboutTier(best, facts)] };
}

/** Nobody said where to compute, and both fast tiers would do. */
function isComparable(request: TierRequest, refusals: readonly (TierReason | null)[]): boolean {
  return wantedTier(request) === null && refusals[0] === null && refusals[1] === null;
}

function fasterOf({ times }: TierFacts): { readonly tier: Tier; readonly reason: TierReason } | null {
  if (!times) return null;
  const [tier, other] =
    times.webgpu < times.wasm ? (['webgpu', 'wasm'] as const) : (['wasm', 'webgpu'] as const);
  return { tier, reason: { code: 'measured-faster', other, ms: times[tier], otherMs: times[other] } };
}

/** What became of the tier that was asked for. A tier that failed in this run speaks for itself. */
function aboutWish(request: TierRequest, used: Tier): readonly TierReason[] {
  const wanted = wantedTier(request);
  if (wanted === null || request.excluded.some(({ tier }) => tier === wanted)) return [];
  if (wanted === used) return [{ code: request.pinned ? 'pinned' : 'computed-here' }];
  return [{ code: request.pinned ? 'pinned-unavailable' : 'computed-elsewhere', tier: wanted }];
}

function aboutTier(tier: Tier, { adapter, wasm }: TierFacts): readonly TierReason[] {
  if (tier === 'webgpu' && adapter) {
    const code = adapter.isSoftware ? 'software-adapter' : 'hardware-adapter';
    return [{ code, adapter: adapter.name }];
  }
  if (tier === 'wasm' && wasm.verdict === 'agrees') {
    const { threads, relaxed } = wasm.gears;
    return [{ code: 'wasm-gears', threads, relaxed: relaxed ? 'yes' : 'no' }];
  }
  return [];
}

const UNASKED: TierFacts = {
  adapter: null,
  webgpu: { agrees: true },
  wasm: { verdict: 'unavailable', detail: '' },
  times: null,
};

/** Asks only what matters, then decides. Never throws: a probe that does has failed its test. */
export async function chooseTier(request: TierRequest, probes: TierProbes): Promise<TierChoice> {
  const order = candidates(request);
  const isOut = (tier: Tier) => request.excluded.some((failed) => failed.tier === tier);
  let facts = UNASKED;
  const isUsable = (tier: Tier) => order.includes(tier) && refusalOf(tier, request, facts) === null;
  if (order.includes('webgpu') && !isOut('webgpu')) {
    facts = { ...facts, adapter: await probes.findAdapter() };
    if (isUsable('webgpu')) facts = { ...facts, webgpu: await testedWebgpu(probes) };
  }
  const isSettled = wantedTier(request) === 'webgpu' && isUsable('webgpu');
  if (order.includes('wasm') && !isOut('wasm') && !isSettled) {
    facts = { ...facts, wasm: await testedWasm(probes) };
  }
  const isRace = wantedTier(request) === null && isUsable('webgpu') && isUsable('wasm');
  return isRace ? decideByTime(request, facts, probes) : decideTier(request, facts);
}

async function decideByTime(
  request: TierRequest,
  facts: TierFacts,
  { timeStep }: TierProbes,
): Promise<TierChoice> {
  const failed: FailedTier[] = [];
  const timed = async (tier: keyof StepTimes) => {
    try {
      return await timeStep(tier);
    } catch (error) {
      failed.push({ tier, detail: detailOf(error) });
      return null;
    }
  };
  const wasm = await timed('wasm');
  const webgpu = await timed('webgpu');
  const times = wasm === null || webgpu === null ? null : { webgpu, wasm };
  return decideTier({ ...request, excluded: [...request.excluded, ...failed] }, { ...facts, times });
}

async function testedWebgpu(probes: TierProbes): Promise<SelfTestResult> {
  try {
    return await probes.testWebgpu();
  } catch (error) {
    return { agrees: false, detail: detailOf(error) };
  }
}

async function testedWasm(probes: TierProbes): Promise<WasmVerdict> {
  try {
    return await probes.testWasm();
  } catch (error) {
    return { verdict: 'unavailable', detail: detailOf(error) };
  }
}

export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

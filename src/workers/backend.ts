import type { AdapterFacts } from './adapter.ts';
import type { FailedTier, Tier, TierChoice, TierReason } from './protocol.ts';

export interface TierRequest {
  readonly pinned: Tier | null;
  readonly excluded: readonly FailedTier[];
}

/** Whether a tier's forward values and gradients agree with the reference; `detail` says what did not. */
export type SelfTestResult = { readonly agrees: true } | { readonly agrees: false; readonly detail: string };

/** What there is to know before choosing. Each probe is called at most once, and only if its answer matters. */
export interface TierProbes {
  findAdapter(): Promise<AdapterFacts | null>;
  /** Trains nothing; computes tiny random RNN, GRU and LSTM on the device and compares. */
  testWebgpu(): Promise<SelfTestResult>;
}

interface TierFacts {
  readonly adapter: AdapterFacts | null;
  readonly selfTest: SelfTestResult;
}

/** Why WebGPU is out of the question before any device is asked. */
function refusalByRequest({ pinned, excluded }: TierRequest): TierReason | 'none' {
  const failed = excluded.find(({ tier }) => tier === 'webgpu');
  if (failed) return { code: 'tier-failed', tier: 'webgpu', detail: failed.detail };
  if (pinned === 'wasm') return { code: 'not-built', tier: 'wasm' };
  return pinned === 'js' ? { code: 'pinned' } : 'none';
}

/** Why this adapter is not used. A software adapter may be pinned, for tests and for comparison. */
function refusalByAdapter({ pinned }: TierRequest, adapter: AdapterFacts | null): TierReason | 'none' {
  if (!adapter) return { code: 'no-webgpu' };
  const isRefused = adapter.isSoftware && pinned !== 'webgpu';
  return isRefused ? { code: 'software-adapter', adapter: adapter.name } : 'none';
}

/** The choice, given all facts: WebGPU where nothing speaks against it, else plain TypeScript. Pure. */
export function decideTier(request: TierRequest, { adapter, selfTest }: TierFacts): TierChoice {
  const refusals = [refusalByRequest(request), refusalByAdapter(request, adapter)];
  const refusal = refusals.find((reason) => reason !== 'none');
  if (refusal) return { tier: 'js', reasons: [refusal] };
  if (!selfTest.agrees) {
    return { tier: 'js', reasons: [{ code: 'self-test-failed', detail: selfTest.detail }] };
  }
  const adapterReason: TierReason = adapter?.isSoftware
    ? { code: 'software-adapter', adapter: adapter.name }
    : { code: 'hardware-adapter', adapter: adapter?.name ?? '' };
  const reasons: readonly TierReason[] =
    request.pinned === 'webgpu' ? [{ code: 'pinned' }, adapterReason] : [adapterReason];
  return { tier: 'webgpu', reasons };
}

/** Asks only what matters, then decides. Never throws: a probe that does has failed its test. */
export async function chooseTier(request: TierRequest, probes: TierProbes): Promise<TierChoice> {
  const untested: SelfTestResult = { agrees: true };
  if (refusalByRequest(request) !== 'none') return decideTier(request, { adapter: null, selfTest: untested });
  const adapter = await probes.findAdapter();
  const isUseless = refusalByAdapter(request, adapter) !== 'none';
  const selfTest = isUseless ? untested : await withoutThrowing(() => probes.testWebgpu());
  return decideTier(request, { adapter, selfTest });
}

async function withoutThrowing(test: () => Promise<SelfTestResult>): Promise<SelfTestResult> {
  try {
    return await test();
  } catch (error) {
    return { agrees: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

import { describe, expect, it } from 'vitest';
import type { AdapterFacts } from './adapter.ts';
import {
  chooseTier,
  decideTier,
  type SelfTestResult,
  type StepTimes,
  type TierFacts,
  type TierProbes,
  type TierRequest,
  type WasmVerdict,
} from './backend.ts';
import type { TierChoice, TierReason } from './protocol.ts';

const HARDWARE: AdapterFacts = { name: 'Apple M2', isSoftware: false };
const SOFTWARE: AdapterFacts = { name: 'SwiftShader', isSoftware: true };
const AGREES: SelfTestResult = { agrees: true };
const ZERO: SelfTestResult = { agrees: false, detail: 'recurrentWeights' };
const WASM: WasmVerdict = { verdict: 'agrees', gears: { relaxed: true, threads: 4 } };
const NO_WASM: WasmVerdict = { verdict: 'unavailable', detail: 'no SIMD' };
const WRONG_WASM: WasmVerdict = { verdict: 'disagrees', detail: 'gru loss' };
const LOST = [{ tier: 'webgpu', detail: 'device lost' }] as const;
const TRAPPED = [{ tier: 'wasm', detail: 'unreachable' }] as const;

const request = (changes: Partial<TierRequest> = {}): TierRequest => ({
  pinned: null,
  computedOn: null,
  excluded: [],
  ...changes,
});
const facts = (changes: Partial<TierFacts> = {}): TierFacts => ({
  adapter: HARDWARE,
  webgpu: AGREES,
  wasm: WASM,
  times: { webgpu: 1, wasm: 3 },
  ...changes,
});
const choice = (tier: TierChoice['tier'], ...reasons: TierReason[]): TierChoice => ({ tier, reasons });

const ON_HARDWARE: TierReason = { code: 'hardware-adapter', adapter: 'Apple M2' };
const ON_SOFTWARE: TierReason = { code: 'software-adapter', adapter: 'SwiftShader' };
const GEARS: TierReason = { code: 'wasm-gears', threads: 4, relaxed: 'yes' };
const WEBGPU_FAILED: TierReason = { code: 'self-test-failed', tier: 'webgpu', detail: 'recurrentWeights' };

const TABLE: readonly [string, TierRequest, TierFacts, TierChoice][] = [
  [
    'hardware that is faster',
    request(),
    facts(),
    choice('webgpu', { code: 'measured-faster', other: 'wasm', ms: 1, otherMs: 3 }, ON_HARDWARE),
  ],
  [
    'hardware that is slower on a run this small',
    request(),
    facts({ times: { webgpu: 4, wasm: 3 } }),
    choice('wasm', { code: 'measured-faster', other: 'webgpu', ms: 3, otherMs: 4 }, GEARS),
  ],
  ['hardware, nothing measured', request(), facts({ times: null }), choice('webgpu', ON_HARDWARE)],
  ['hardware, no WASM', request(), facts({ wasm: NO_WASM, times: null }), choice('webgpu', ON_HARDWARE)],
  [
    'no WebGPU',
    request(),
    facts({ adapter: null, times: null }),
    choice('wasm', { code: 'no-webgpu' }, GEARS),
  ],
  ['software', request(), facts({ adapter: SOFTWARE, times: null }), choice('wasm', ON_SOFTWARE, GEARS)],
  ['zero gradients', request(), facts({ webgpu: ZERO, times: null }), choice('wasm', WEBGPU_FAILED, GEARS)],
  [
    'neither WebGPU nor WASM',
    request(),
    facts({ adapter: null, wasm: NO_WASM, times: null }),
    choice('js', { code: 'no-webgpu' }, { code: 'no-wasm', detail: 'no SIMD' }),
  ],
  [
    'WASM that computes wrongly',
    request(),
    facts({ adapter: null, wasm: WRONG_WASM, times: null }),
    choice('js', { code: 'no-webgpu' }, { code: 'self-test-failed', tier: 'wasm', detail: 'gru loss' }),
  ],
  ['pinned TypeScript', request({ pinned: 'js' }), facts({ times: null }), choice('js', { code: 'pinned' })],
  [
    'pinned WASM, whatever the hardware',
    request({ pinned: 'wasm' }),
    facts({ times: null }),
    choice('wasm', { code: 'pinned' }, GEARS),
  ],
  [
    'pinned WASM, not available',
    request({ pinned: 'wasm' }),
    facts({ wasm: NO_WASM, times: null }),
    choice('js', { code: 'pinned-unavailable', tier: 'wasm' }, { code: 'no-wasm', detail: 'no SIMD' }),
  ],
  [
    'pinned WebGPU on software',
    request({ pinned: 'webgpu' }),
    facts({ adapter: SOFTWARE, times: null }),
    choice('webgpu', { code: 'pinned' }, ON_SOFTWARE),
  ],
  [
    'pinned WebGPU, nothing there',
    request({ pinned: 'webgpu' }),
    facts({ adapter: null, times: null }),
    choice('wasm', { code: 'pinned-unavailable', tier: 'webgpu' }, { code: 'no-webgpu' }, GEARS),
  ],
  [
    'pinned WebGPU that computes wrongly',
    request({ pinned: 'webgpu' }),
    facts({ adapter: SOFTWARE, webgpu: ZERO, times: null }),
    choice('wasm', { code: 'pinned-unavailable', tier: 'webgpu' }, WEBGPU_FAILED, GEARS),
  ],
  [
    'WebGPU that failed before, even pinned',
    request({ pinned: 'webgpu', excluded: LOST }),
    facts({ times: null }),
    choice('wasm', { code: 'tier-failed', tier: 'webgpu', detail: 'device lost' }, GEARS),
  ],
  [
    'both fast tiers failed before',
    request({ excluded: [...LOST, ...TRAPPED] }),
    facts({ times: null }),
    choice(
      'js',
      { code: 'tier-failed', tier: 'webgpu', detail: 'device lost' },
      { code: 'tier-failed', tier: 'wasm', detail: 'unreachable' },
    ),
  ],
  [
    'WASM failed before, WebGPU not',
    request({ excluded: TRAPPED }),
    facts({ times: null }),
    choice('webgpu', ON_HARDWARE),
  ],
  [
    'a run that WebGPU began',
    request({ computedOn: 'webgpu' }),
    facts({ times: null }),
    choice('webgpu', { code: 'computed-here' }, ON_HARDWARE),
  ],
  [
    'a run that WASM began',
    request({ computedOn: 'wasm' }),
    facts({ times: null }),
    choice('wasm', { code: 'computed-here' }, GEARS),
  ],
  [
    'a run that TypeScript began',
    request({ computedOn: 'js' }),
    facts({ times: null }),
    choice('js', { code: 'computed-here' }),
  ],
  [
    'a run that WebGPU began, elsewhere',
    request({ computedOn: 'webgpu' }),
    facts({ adapter: SOFTWARE, times: null }),
    choice('wasm', { code: 'computed-elsewhere', tier: 'webgpu' }, ON_SOFTWARE, GEARS),
  ],
  [
    'a run that WebGPU began and lost',
    request({ computedOn: 'webgpu', excluded: LOST }),
    facts({ times: null }),
    choice('wasm', { code: 'tier-failed', tier: 'webgpu', detail: 'device lost' }, GEARS),
  ],
  [
    'a pin against a run’s own tier',
    request({ pinned: 'js', computedOn: 'webgpu' }),
    facts({ times: null }),
    choice('js', { code: 'pinned' }),
  ],
];

function probing({ adapter, webgpu, wasm, times }: TierFacts, changes: Partial<TierProbes> = {}) {
  const asked: string[] = [];
  const answer = async <T>(name: string, value: T) => {
    asked.push(name);
    return value;
  };
  const probes: TierProbes = {
    findAdapter: () => answer('adapter', adapter),
    testWebgpu: () => answer('webgpu', webgpu),
    testWasm: () => answer('wasm', wasm),
    timeStep: (tier: keyof StepTimes) => answer(`time ${tier}`, times?.[tier] ?? null),
    ...changes,
  };
  return { asked, probes };
}

describe.each(TABLE)('%s', (_name, asked, known, expected) => {
  it('decides', () => expect(decideTier(asked, known)).toEqual(expected));
  it('probes and decides alike', async () => {
    expect(await chooseTier(asked, probing(known).probes)).toEqual(expected);
  });
});

it.each([
  ['pinned TypeScript', request({ pinned: 'js' }), facts(), []],
  ['pinned WASM', request({ pinned: 'wasm' }), facts(), ['wasm']],
  ['pinned WebGPU that works', request({ pinned: 'webgpu' }), facts(), ['adapter', 'webgpu']],
  ['a software adapter', request(), facts({ adapter: SOFTWARE }), ['adapter', 'wasm']],
  ['a lost device', request({ excluded: LOST }), facts(), ['wasm']],
  ['a trapped module', request({ excluded: TRAPPED }), facts(), ['adapter', 'webgpu']],
  ['wrong gradients', request(), facts({ webgpu: ZERO }), ['adapter', 'webgpu', 'wasm']],
  ['a free choice', request(), facts(), ['adapter', 'webgpu', 'wasm', 'time wasm', 'time webgpu']],
] as const)('asks what matters and nothing else: %s', async (_name, asked, known, expected) => {
  const { asked: heard, probes } = probing(known);
  await chooseTier(asked, probes);
  expect(heard).toEqual(expected);
});

describe('a probe that throws', () => {
  const failing = (message: string) => async () => {
    throw new Error(message);
  };
  it('has failed its test: WebGPU', async () => {
    const { probes } = probing(facts(), { testWebgpu: failing('shader compilation failed') });
    expect(await chooseTier(request(), probes)).toEqual(
      choice(
        'wasm',
        { code: 'self-test-failed', tier: 'webgpu', detail: 'shader compilation failed' },
        GEARS,
      ),
    );
  });

  it('has failed its test: WASM', async () => {
    const { probes } = probing(facts({ adapter: null }), { testWasm: failing('blocked') });
    expect(await chooseTier(request(), probes)).toEqual(
      choice('js', { code: 'no-webgpu' }, { code: 'no-wasm', detail: 'blocked' }),
    );
  });

  it('puts a tier out while it is timed', async () => {
    const timeStep: TierProbes['timeStep'] = async (tier) => {
      if (tier === 'webgpu') throw new Error('hung');
      return 3;
    };
    const { probes } = probing(facts(), { timeStep });
    expect(await chooseTier(request(), probes)).toEqual(
      choice('wasm', { code: 'tier-failed', tier: 'webgpu', detail: 'hung' }, GEARS),
    );
  });
});

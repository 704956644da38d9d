import { describe, expect, it } from 'vitest';
import type { AdapterFacts } from './adapter.ts';
import { chooseTier, decideTier, type SelfTestResult, type TierProbes, type TierRequest } from './backend.ts';
import type { TierChoice } from './protocol.ts';

const HARDWARE: AdapterFacts = { name: 'Apple M2', isSoftware: false };
const SOFTWARE: AdapterFacts = { name: 'SwiftShader', isSoftware: true };
const AGREES: SelfTestResult = { agrees: true };
const ZERO: SelfTestResult = { agrees: false, detail: 'recurrentWeights' };
const LOST = [{ tier: 'webgpu', detail: 'device lost' }] as const;
const request = (pinned: TierRequest['pinned'], excluded: TierRequest['excluded'] = []) => ({
  pinned,
  excluded,
});

const TABLE: readonly [string, TierRequest, AdapterFacts | null, SelfTestResult, TierChoice][] = [
  [
    'hardware that agrees',
    request(null),
    HARDWARE,
    AGREES,
    webgpu({ code: 'hardware-adapter', adapter: 'Apple M2' }),
  ],
  ['no WebGPU', request(null), null, AGREES, js({ code: 'no-webgpu' })],
  ['software', request(null), SOFTWARE, AGREES, js({ code: 'software-adapter', adapter: 'SwiftShader' })],
  [
    'zero gradients',
    request(null),
    HARDWARE,
    ZERO,
    js({ code: 'self-test-failed', detail: 'recurrentWeights' }),
  ],
  ['pinned CPU', request('js'), HARDWARE, AGREES, js({ code: 'pinned' })],
  ['pinned WASM', request('wasm'), HARDWARE, AGREES, js({ code: 'not-built', tier: 'wasm' })],
  [
    'pinned WebGPU on software',
    request('webgpu'),
    SOFTWARE,
    AGREES,
    webgpu({ code: 'pinned' }, { code: 'software-adapter', adapter: 'SwiftShader' }),
  ],
  ['pinned WebGPU, nothing there', request('webgpu'), null, AGREES, js({ code: 'no-webgpu' })],
  [
    'pinned WebGPU that computes wrongly',
    request('webgpu'),
    SOFTWARE,
    ZERO,
    js({ code: 'self-test-failed', detail: 'recurrentWeights' }),
  ],
  [
    'WebGPU that failed before, even pinned',
    request('webgpu', LOST),
    HARDWARE,
    AGREES,
    js({ code: 'tier-failed', tier: 'webgpu', detail: 'device lost' }),
  ],
];

function webgpu(...reasons: TierChoice['reasons']): TierChoice {
  return { tier: 'webgpu', reasons };
}
function js(...reasons: TierChoice['reasons']): TierChoice {
  return { tier: 'js', reasons };
}

function probing(adapter: AdapterFacts | null, selfTest: () => Promise<SelfTestResult>) {
  const asked: string[] = [];
  const probes: TierProbes = {
    findAdapter: async () => {
      asked.push('adapter');
      return adapter;
    },
    testWebgpu: () => {
      asked.push('test');
      return selfTest();
    },
  };
  return { asked, probes };
}

describe.each(TABLE)('%s', (_name, asked, adapter, selfTest, expected) => {
  it('decides', () => expect(decideTier(asked, { adapter, selfTest })).toEqual(expected));
  it('probes and decides alike', async () => {
    expect(await chooseTier(asked, probing(adapter, async () => selfTest).probes)).toEqual(expected);
  });
});

it('starts no device where the answer cannot matter', async () => {
  const pinned = probing(HARDWARE, async () => AGREES);
  await chooseTier(request('js'), pinned.probes);
  expect(pinned.asked).toEqual([]);
  const software = probing(SOFTWARE, async () => AGREES);
  await chooseTier(request(null), software.probes);
  expect(software.asked).toEqual(['adapter']);
});

it('takes a self-test that throws for one that failed', async () => {
  const { probes } = probing(HARDWARE, async () => {
    throw new Error('shader compilation failed');
  });
  expect(await chooseTier(request(null), probes)).toEqual(
    js({ code: 'self-test-failed', detail: 'shader compilation failed' }),
  );
});

import { describe, expect, it } from 'vitest';
import { LOCALES } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import type { RunFailure, RunNotice, TierReason } from '../workers/protocol.ts';
import { failureMessage, noticeMessage, type RunMessage, reasonMessage, sayRun } from './run-text.ts';

const REASONS: readonly TierReason[] = [
  { code: 'hardware-adapter', adapter: 'Apple M2' },
  { code: 'pinned' },
  { code: 'no-webgpu' },
  { code: 'software-adapter', adapter: 'SwiftShader' },
  { code: 'self-test-failed', tier: 'webgpu', detail: 'lstm layers.0.recurrentWeights' },
  { code: 'computed-here' },
  { code: 'pinned-unavailable', tier: 'webgpu' },
  { code: 'computed-elsewhere', tier: 'webgpu' },
  { code: 'no-wasm', detail: 'no SIMD' },
  { code: 'wasm-gears', threads: 1, relaxed: 'no' },
  { code: 'wasm-gears', threads: 4, relaxed: 'yes' },
  { code: 'measured-faster', other: 'webgpu', ms: 1.234, otherMs: 23.4 },
  { code: 'tier-failed', tier: 'webgpu', detail: 'reset' },
];
const DIVERGED = { code: 'diverged', step: 41, value: Number.NaN } as const;
const FAILURES: readonly RunFailure[] = [
  { code: 'text-too-short', found: 0, needed: 2 },
  { code: 'text-too-short', found: 1, needed: 2 },
  { ...DIVERGED, what: 'loss' },
  { ...DIVERGED, what: 'gradient', value: Number.POSITIVE_INFINITY },
  { ...DIVERGED, what: 'parameters', value: Number.NEGATIVE_INFINITY },
  { code: 'bad-checkpoint', detail: 'truncated' },
  { code: 'device-lost', step: 41, detail: 'reset' },
  { code: 'out-of-memory', step: 41, detail: '2 GB' },
  { code: 'crashed', step: 41, detail: 'boom' },
  { code: 'unavailable', detail: 'blocked' },
];
const CHANGED = { code: 'tier-changed', from: 'webgpu', to: 'js', step: 41 } as const;
const NOTICES: readonly RunNotice[] = [
  { ...CHANGED, cause: 'device-lost' },
  { ...CHANGED, cause: 'out-of-memory' },
  { ...CHANGED, cause: 'crashed' },
  { code: 'restored', step: 41 },
  { code: 'not-saved', cause: 'quota' },
  { code: 'not-saved', cause: 'unavailable' },
  { code: 'checkpoint-dropped', detail: 'damaged' },
  { code: 'batch-reduced', asked: 8, used: 1 },
  { code: 'steps-reduced', asked: 8, used: 3 },
  { code: 'probe-shortened', asked: 100, used: 64 },
];
const ALL: readonly RunMessage[] = [
  ...REASONS.map((reason) => reasonMessage(reason, 'wasm')),
  ...FAILURES.map((failure) => failureMessage(failure, 37)),
  ...NOTICES.map(noticeMessage),
];

describe.each(LOCALES)('in %s', (locale) => {
  const say = (message: RunMessage) => sayRun((code, values) => translate(locale, code, values), message);

  it('everything that can be said is said whole', () => {
    for (const message of ALL) {
      const text = say(message);
      expect(text.length, message.code).toBeGreaterThan(10);
      expect(text, message.code).not.toMatch(/[{}]|undefined|\[object/);
    }
  });

  it('every value reaches its reader', () => {
    const values: readonly (readonly [RunMessage, readonly string[]])[] = [
      [reasonMessage({ code: 'pinned-unavailable', tier: 'webgpu' }, 'js'), ['WebGPU']],
      [reasonMessage({ code: 'computed-here' }, 'wasm'), ['WASM']],
      [reasonMessage({ code: 'wasm-gears', threads: 4, relaxed: 'yes' }, 'wasm'), ['4']],
      [
        reasonMessage({ code: 'measured-faster', other: 'webgpu', ms: 0.1234, otherMs: 123.4 }, 'wasm'),
        ['0.12', 'WebGPU', '120'],
      ],
      [failureMessage({ ...DIVERGED, what: 'loss' }, 37), ['41', '37', 'NaN']],
      [failureMessage({ ...DIVERGED, what: 'gradient', value: Number.POSITIVE_INFINITY }, 37), ['41', '∞']],
      [failureMessage({ code: 'device-lost', step: 41, detail: 'reset' }, 0), ['41', 'reset']],
      [noticeMessage({ ...CHANGED, cause: 'crashed' }), ['WebGPU', 'TypeScript', '41']],
      [noticeMessage({ code: 'probe-shortened', asked: 100, used: 64 }), ['100', '64']],
    ];
    for (const [message, parts] of values) for (const part of parts) expect(say(message)).toContain(part);
  });

  it('takes a text of the learner for text', () => {
    const detail = '<b>{x}</b> #';
    expect(say(reasonMessage({ code: 'self-test-failed', tier: 'webgpu', detail }, 'js'))).toContain(detail);
  });
});

it('says which gears turn, and only those', () => {
  const say = (relaxed: 'yes' | 'no', threads: number) =>
    sayRun(
      (code, values) => translate('en', code, values),
      reasonMessage({ code: 'wasm-gears', threads, relaxed }, 'wasm'),
    );
  expect(say('no', 1)).toMatch(/each instruction, on one thread\.$/);
  expect(say('yes', 3)).toMatch(/each instruction, multiplying and adding in one, on 3 threads\.$/);
});

it('tells what diverged apart', () => {
  const codes = FAILURES.map((failure) => failureMessage(failure, 0).code);
  expect(codes.filter((code) => code.includes('diverged'))).toHaveLength(3);
  expect(new Set(codes).size).toBe(FAILURES.length - 1);
});

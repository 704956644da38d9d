import { describe, expect, it } from 'vitest';
import { oracle } from '../oracle.testkit.ts';
import { hashNgram, hashSteps } from './hash.ts';

interface Hashes {
  readonly hash: readonly { readonly s: string; readonly fnv1a_signed_u32: number }[];
}
const data = oracle<Hashes>('fasttext/hashes-and-ngrams.json');

describe.skipIf(!data)('hashes of fastText (skipped where the oracle file is absent)', () => {
  it.each(data?.hash.map(({ s, fnv1a_signed_u32: hash }) => [s, hash] as const) ?? [])('%j', (s, hash) => {
    expect(hashNgram(s)).toBe(hash);
    if (s !== '') expect(hashSteps(s).at(-1)?.hash).toBe(hash);
  });
});

it('knows the two that fastText’s users quote', () => {
  expect(hashNgram('')).toBe(2166136261);
  expect(hashNgram('<te')).toBe(1669484008);
});

it('takes bytes above 127 as negative numbers', () => {
  expect(hashSteps('ß').map((step) => [step.byte, step.signed])).toEqual([
    [0xc3, -61],
    [0x9f, -97],
  ]);
  expect(hashSteps('')).toEqual([]);
});

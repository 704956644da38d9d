import { expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';

it('is one string for equal values, however they were made', () => {
  const a = { seed: 1, method: { kind: 'full', window: 2 }, threads: undefined };
  const b = { method: { window: 2, kind: 'full' }, seed: 1 };
  expect(canonicalJson(a)).toBe(canonicalJson(b));
  expect(canonicalJson({ ...b, seed: 2 })).not.toBe(canonicalJson(b));
});

it('keeps the order of a list, which says something', () => {
  expect(canonicalJson({ x: [2, 1, null] })).toBe('{"x":[2,1,null]}');
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { VectorSet } from '../../../store/vectors-state.ts';
import { planOf, readOrigin, writeOrigin } from './origin.ts';

it('a link names every set that can be opened again', () => {
  const origin = fc.oneof(
    fc.constantFrom({ kind: 'built-in', id: 'glove' }, { kind: 'built-in', id: 'characters' }),
    fc.webUrl().map((url) => ({ kind: 'url', url })),
    fc.string().map((id) => ({ kind: 'kept', id })),
  ) as fc.Arbitrary<NonNullable<VectorSet['origin']>>;
  fc.assert(
    fc.property(origin, (one) => {
      expect(readOrigin(writeOrigin(one))).toEqual(one);
    }),
  );
});

it('a set of this page alone is named as such, and opens nothing', () => {
  expect(readOrigin(writeOrigin(null))).toBeNull();
});

it.each([
  ['characters', { open: { kind: 'built-in', id: 'characters' }, linked: null, news: null }],
  ['kept:a b', { open: { kind: 'kept', id: 'a b' }, linked: null, news: null }],
  ['https://example.org/a.vec.gz', { open: null, linked: 'https://example.org/a.vec.gz', news: null }],
  ['http://example.org/a.vec', { open: null, linked: null, news: 'no-address' }],
  ['javascript:alert(1)', { open: null, linked: null, news: 'no-address' }],
  ['own', { open: null, linked: null, news: 'own-gone' }],
])('opens what a link names, asks first, or says why not: %s', (named, plan) => {
  expect(planOf(named)).toEqual(plan);
});

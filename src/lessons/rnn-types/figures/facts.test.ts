import { expect, it } from 'vitest';
import { countOf, endShare, endsOf, faultless } from './facts.ts';

const NAMES = 'zero one two three four five six seven eight nine';

it('counts the letter e in the ten names', () => {
  expect(countOf('e')).toBe(NAMES.split('e').length - 1);
  expect(endsOf('e')).toBe(NAMES.split(' ').filter((name) => name.endsWith('e')).length);
  expect(endShare('e')).toBe(endsOf('e') / countOf('e'));
});

it('multiplies what is right', () => {
  let product = 1;
  for (let t = 0; t < 24; t++) product *= 0.98;
  expect(faultless(0.98, 24)).toBeCloseTo(product, 12);
  expect(faultless(1, 1000)).toBe(1);
});

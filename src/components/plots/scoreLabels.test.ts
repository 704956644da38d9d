import { expect, it } from 'vitest';
import { perplexityText, powerTick, shortened } from './scoreLabels.ts';

it.each([
  [0.001, '10⁻³'],
  [4.2e-5, '4·10⁻⁵'],
  [1e-300, '10⁻³⁰⁰'],
  [25000, '3·10⁴'],
  [0, '0'],
  [Number.POSITIVE_INFINITY, '∞'],
])('%d reads %s', (value, text) => {
  expect(powerTick(value)).toBe(text);
});

it.each([
  ['durian', 'durian'],
  ['Donaudampf', 'Donauda…'],
  ['举头望', '举头望'],
  ['举头望明月', '举头望…'],
  ['🐟🐟🐟🐟🐟🐟🐟🐟', '🐟🐟🐟🐟🐟🐟🐟…'],
])('%s fits as %s', (token, text) => {
  expect(shortened(token)).toBe(text);
});

it('keeps the decimals that are asked for', () => {
  expect(powerTick(0.0642, 1)).toBe('6.4·10⁻²');
  expect(perplexityText(4.5678, 2)).toBe('4.57');
  expect(perplexityText(123456, 2)).toBe('1.2·10⁵');
  expect(perplexityText(Number.POSITIVE_INFINITY, 2)).toBe('∞');
});

import { expect, it } from 'vitest';
import { deviationText, probabilityText } from './format.ts';

it('small numbers are written as powers of ten', () => {
  expect(probabilityText(0.062134)).toBe('0.06213');
  expect(probabilityText(4.2e-9)).toBe('4.200 × 10⁻⁹');
  expect(deviationText(1)).toBe('0');
  expect(deviationText(1 - 2 ** -52)).toBe('2.2 × 10⁻¹⁶');
});

import { expect, it } from 'vitest';
import { percentOf } from './percent.ts';

it.each([
  [1, '100 %'],
  [0.9999, '>99 %'],
  [0.994, '99 %'],
  [0.5, '50 %'],
  [0.004, '<1 %'],
  [0, '0 %'],
])('%d is said as %s', (share, said) => expect(percentOf(share)).toBe(said));

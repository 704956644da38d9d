import { expect, it } from 'vitest';
import { percent } from './percent.ts';

it.each([
  [0, '0.0 %'],
  [0.0234, '2.3 %'],
  [0.0994, '9.9 %'],
  [0.0996, '10 %'],
  [1, '100 %'],
])('%d is %s', (share, said) => expect(percent(share)).toBe(said));

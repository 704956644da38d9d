import { expect, it } from 'vitest';
import { percentText } from './percentText.ts';

it.each([
  [0, '0.0%'],
  [1e-9, '<0.1%'],
  [0.0005, '0.1%'],
  [0.1234, '12.3%'],
  [1, '100.0%'],
])('%d reads %s', (share, text) => {
  expect(percentText(share)).toBe(text);
});

import { expect, it } from 'vitest';
import { shortLabel } from './short-label.ts';

it('leaves a word that fits alone, and shows where a longer one goes on', () => {
  expect(shortLabel('queen', 9)).toBe('queen');
  expect(shortLabel('telephone', 9)).toBe('telephone');
  expect(shortLabel('constructor', 9)).toBe('construc…');
});

it('gives full-width letters two places', () => {
  expect(shortLabel('南北东西', 9)).toBe('南北东西');
  expect(shortLabel('这是一个很长的词', 9)).toBe('这是一个…');
  expect(shortLabel('😀😀', 2)).toBe('😀😀');
});

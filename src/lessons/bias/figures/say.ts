import type { Axis } from './axis.ts';

/** 0.278, −0.285; a zero has no sign. */
export const digits3 = (value: number): string => {
  const text = Math.abs(value).toFixed(3);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};

export const percent = (share: number): string => `${Math.round(100 * share)}%`;

export const list = (words: readonly string[]): string => words.join(', ');

export const pairText = (pairs: Axis['flat']): string => pairs.map((pair) => pair.join(' ')).join(', ');

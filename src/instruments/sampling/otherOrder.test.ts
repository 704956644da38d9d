import { expect, it } from 'vitest';
import { otherOrder } from './otherOrder.ts';

it.each([
  ['the cat  sat', 'sat cat the'],
  [' cat ', 'cat'],
  ['', ''],
])('turns %j round', (sentence, other) => {
  expect(otherOrder(sentence)).toBe(other);
});

it('finds the words of a sentence that is written without spaces', () => {
  const other = otherOrder('我喜欢苹果');
  expect(other).not.toBe('我喜欢苹果');
  expect([...other].sort()).toEqual([...'我喜欢苹果'].sort());
  expect(other).toContain('苹果');
});

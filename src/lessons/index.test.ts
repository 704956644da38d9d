import { expect, it } from 'vitest';
import { findLesson, LESSONS, LESSONS_BY_PART, loadPage } from './index.ts';

it('lists the lessons that exist, in reading order', () => {
  expect(LESSONS.map(({ slug }) => slug)).toContain('lstm');
  for (const { lessons } of LESSONS_BY_PART) {
    const orders = lessons.map(({ order }) => order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
  }
  expect(LESSONS_BY_PART.flatMap(({ lessons }) => lessons)).toEqual(LESSONS);
});

it('finds none where there is none', async () => {
  expect(findLesson('lstm')?.part).toBe('sequences');
  expect(findLesson('toString')).toBeUndefined();
  await expect(loadPage('cooking', 'en')).rejects.toThrow('cooking');
});

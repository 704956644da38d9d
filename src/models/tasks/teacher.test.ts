import { expect, it } from 'vitest';
import { withPrevious } from './teacher.ts';

it('withPrevious puts two one-hot vectors side by side, by hand', () => {
  // Two tokens and three classes; the first step has nothing before it.
  const { form, values } = withPrevious(2, 3, Int32Array.of(1, 0), Int32Array.of(-1, 2));
  expect(form).toBe('dense');
  expect([...values]).toEqual([0, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
});

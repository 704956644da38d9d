import { expect, it } from 'vitest';
import { askToStay } from './persistence.ts';

it.each([
  ['yes', { persist: async () => true }, true],
  ['no', { persist: async () => false }, false],
  ['nothing that it knows of', {}, false],
  ['an error', { persist: () => Promise.reject(new Error('insecure')) }, false],
])('takes %s for an answer', async (_answer, storage, expected) => {
  expect(await askToStay(storage)).toBe(expected);
});

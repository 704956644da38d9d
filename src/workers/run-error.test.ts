import { expect, it } from 'vitest';
import { createMemory } from '../kernels/wasm/arena.ts';
import { failureOf, RunError } from './run-error.ts';

it('passes on what a trainer named', () => {
  const failure = { code: 'diverged', step: 3, what: 'loss', value: Number.NaN } as const;
  expect(failureOf(new RunError(failure), 9)).toBe(failure);
});

it.each([
  ['Array buffer allocation failed', 'out-of-memory'],
  ['Invalid typed array length: 100000000000', 'out-of-memory'],
  ['Out of memory', 'out-of-memory'],
  ['WebAssembly.Memory.grow(): Unable to grow instance memory', 'out-of-memory'],
  ['x is not a function', 'crashed'],
])('%s: %s', (message, code) => {
  expect(failureOf(new Error(message), 9)).toEqual({ code, step: 9, detail: message });
});

it('knows what a kernel says that finds no memory', () => {
  for (const bytes of [2 ** 33, 2 ** 32 - 2 ** 16]) {
    try {
      createMemory(bytes, false);
    } catch (error) {
      expect(failureOf(error, 0)).toMatchObject({ code: 'out-of-memory' });
    }
  }
  expect(() => createMemory(2 ** 33, false)).toThrow(RangeError);
});

it('takes anything that is thrown', () => {
  expect(failureOf('words', 1)).toEqual({ code: 'crashed', step: 1, detail: 'words' });
});

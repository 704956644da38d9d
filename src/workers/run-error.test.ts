import { expect, it } from 'vitest';
import { failureOf, RunError } from './run-error.ts';

it('passes on what a trainer named', () => {
  const failure = { code: 'diverged', step: 3, what: 'loss', value: Number.NaN } as const;
  expect(failureOf(new RunError(failure), 9)).toBe(failure);
});

it.each([
  ['Array buffer allocation failed', 'out-of-memory'],
  ['Invalid typed array length: 100000000000', 'out-of-memory'],
  ['Out of memory', 'out-of-memory'],
  ['x is not a function', 'crashed'],
])('%s: %s', (message, code) => {
  expect(failureOf(new Error(message), 9)).toEqual({ code, step: 9, detail: message });
});

it('takes anything that is thrown', () => {
  expect(failureOf('words', 1)).toEqual({ code: 'crashed', step: 1, detail: 'words' });
});

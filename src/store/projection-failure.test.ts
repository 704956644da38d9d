import { expect, it } from 'vitest';
import { failureOf } from './projection-failure.ts';

it.each(['crashed', 'device-lost'] as const)('%s: the map stopped, and why', (code) => {
  expect(failureOf({ code, step: 3, detail: 'gone' }, 9)).toEqual({ code: 'stopped', detail: 'gone' });
});

it('no memory for so many points; what is wrong with the map itself stays what it is', () => {
  expect(failureOf({ code: 'out-of-memory', step: 0, detail: '' }, 9)).toEqual({ code: 'memory', points: 9 });
  const own = { code: 'too-few-points', points: 3, least: 4 } as const;
  expect(failureOf(own, 3)).toBe(own);
});

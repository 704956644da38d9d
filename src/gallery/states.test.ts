import { describe, expect, it } from 'vitest';
import { STATES } from './states.ts';

describe('STATES', () => {
  it('names every state once, in a form that an address can hold', () => {
    const ids = STATES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { KEEP_START, keepOf, listed } from './keep-choice.ts';

describe('keepOf', () => {
  it('leaves all to the memory at first', () => {
    expect(keepOf(KEEP_START)).toEqual({ most: null, only: null, precision: null, memory: 256e6 });
  });

  it('takes of its fields those that were chosen', () => {
    const typed = { ...KEEP_START, most: 7, list: 'a 鲸\n a\tconstructor ' };
    expect(keepOf({ ...typed, words: 'first' })).toMatchObject({ most: 7, only: null });
    const only = keepOf({ ...typed, words: 'only', precision: 'int8', memory: 1 });
    expect(only).toEqual({ most: null, only: ['a', '鲸', 'constructor'], precision: 'int8', memory: 1 });
    expect(keepOf({ ...typed, words: 'only', list: ' \n' }).only).toBeNull();
  });
});

describe('listed', () => {
  it('cuts at white space of any kind', () => {
    expect(listed('东\u3000西  a')).toEqual(['东', '西', 'a']);
  });
});

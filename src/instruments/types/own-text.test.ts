import { describe, expect, it } from 'vitest';
import { formModel } from './forms.ts';
import { MOST, readOwn } from './own-text.ts';

const read = (form: Parameters<typeof readOwn>[0], text: string) =>
  readOwn(form, text, formModel(form).task.inputs);

describe('readOwn', () => {
  it('reads words without capitals and punctuation, and says which it does not know', () => {
    expect(read('many-one', 'The film was not bad!')).toEqual({
      tokens: ['the', 'film', 'was', 'not', 'bad'],
      unknown: [],
      cut: 0,
    });
    expect(read('many-one', 'The cat was 很 good, the cat').unknown).toEqual(['cat', '很']);
  });

  it('takes any quotation mark for the straight one', () => {
    expect(read('many-many', 'a“b” «c»').tokens.join('')).toBe('a"b""c"');
  });

  it('puts the arrow and as many blanks behind a word', () => {
    expect(read('unequal', 'dab').tokens).toEqual(['d', 'a', 'b', '→', '·', '·', '·']);
    expect(read('unequal', 'dxb👩‍👧').unknown).toEqual(['x', '👩‍👧']);
  });

  it('cuts what is too long, and counts it', () => {
    const { tokens, cut } = read('many-many', 'ab'.repeat(20));
    expect([tokens.length, cut]).toEqual([MOST['many-many'], 40 - MOST['many-many']]);
    expect(read('one-one', 'xyz')).toEqual({ tokens: ['x'], unknown: [], cut: 2 });
  });

  it('makes nothing of nothing', () => {
    expect(read('one-one', '').tokens).toEqual([]);
    expect(read('unequal', ' 7 ').tokens).toEqual(['→']);
  });
});

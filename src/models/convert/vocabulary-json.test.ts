import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVocabularyJson } from './vocabulary-json.ts';

const faultOf = (value: unknown) => {
  const read = readVocabularyJson(value);
  return read.ok ? null : read.fault;
};

describe('a vocabulary in JSON', () => {
  const token = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 });
  // Keys that are whole numbers change places in a JavaScript object, whatever JSON said.
  const tokens = fc
    .uniqueArray(token, { minLength: 1, maxLength: 20 })
    .filter((list) => list.every((each) => !/^\d+$/.test(each) && each !== '__proto__'));

  it('is read out of every form that programs write', () => {
    fc.assert(
      fc.property(tokens, (list) => {
        const byToken = Object.fromEntries(list.map((each, id) => [each, id]));
        const byId = Object.fromEntries(list.map((each, id) => [String(id), each]));
        for (const form of [list, byToken, byId, { itos: list }, { model: { type: 'x', vocab: byToken } }]) {
          const known = ['vocabulary', 'vocab', 'tokens', 'itos', 'stoi', 'model'];
          if (form === byToken && list.some((each) => known.includes(each))) continue;
          expect(readVocabularyJson(form)).toEqual({ ok: true, tokens: list });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says what is wrong and where', () => {
    expect(faultOf('the cat')).toEqual({ code: 'vocabulary-form', found: '"the cat"' });
    expect(faultOf([])).toEqual({ code: 'vocabulary-form', found: '[]' });
    expect(faultOf(['a', 7])).toEqual({ code: 'vocabulary-entry', at: '1', found: '7' });
    expect(faultOf({ a: 0, b: 1.5 })).toEqual({ code: 'vocabulary-entry', at: 'b', found: '1.5' });
    expect(faultOf(['a', 'b', 'a'])).toEqual({ code: 'duplicate-token', token: 'a', ids: [0, 2] });
    expect(faultOf({ 0: 'a', 1: 'a' })).toEqual({ code: 'duplicate-token', token: 'a', ids: [0, 1] });
    expect(faultOf({ a: 0, b: 0 })).toEqual({ code: 'duplicate-id', id: 0, tokens: ['a', 'b'] });
    expect(faultOf({ a: 0, b: 2 })).toEqual({ code: 'missing-id', id: 1, size: 2 });
  });

  it('never throws, and never gives a token twice', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = readVocabularyJson(value);
        if (read.ok) expect(new Set(read.tokens).size).toBe(read.tokens.length);
      }),
    );
  });
});

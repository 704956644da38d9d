import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ExpressionFault,
  LARGEST_WEIGHT,
  MOST_TERMS,
  maybeDifference,
  parseExpression,
  replaceWord,
  writeExpression,
} from './expression.ts';

/** word and weight of each term, or the fault. */
const read = (text: string) => {
  const expression = parseExpression(text);
  return expression.ok ? expression.terms.map(({ word, weight }) => [word, weight]) : expression.fault;
};

describe('parseExpression', () => {
  it.each<[string, readonly (readonly [string, number])[]]>([
    ['king', [['king', 1]]],
    [
      'king − man + woman',
      [
        ['king', 1],
        ['man', -1],
        ['woman', 1],
      ],
    ],
    [
      'king - man + woman',
      [
        ['king', 1],
        ['man', -1],
        ['woman', 1],
      ],
    ],
    [
      'king – man ＋ woman',
      [
        ['king', 1],
        ['man', -1],
        ['woman', 1],
      ],
    ],
    [
      'king −man+woman',
      [
        ['king', 1],
        ['man', -1],
        ['woman', 1],
      ],
    ],
    [
      'king -man +woman',
      [
        ['king', 1],
        ['man', -1],
        ['woman', 1],
      ],
    ],
    [
      '東 − 西 + 南',
      [
        ['東', 1],
        ['西', -1],
        ['南', 1],
      ],
    ],
    [
      '東-西+南',
      [
        ['東', 1],
        ['西', -1],
        ['南', 1],
      ],
    ],
    [
      '2 paris - france + 日本',
      [
        ['paris', 2],
        ['france', -1],
        ['日本', 1],
      ],
    ],
    [
      '-0.5×king + .25 * man',
      [
        ['king', -0.5],
        ['man', 0.25],
      ],
    ],
    [
      '1984 − war',
      [
        ['1984', 1],
        ['war', -1],
      ],
    ],
    ['2 1984', [['1984', 2]]],
    [
      'well-known - semi-final',
      [
        ['well-known', 1],
        ['semi-final', -1],
      ],
    ],
    [
      '"new york" − “los angeles”+「東 京」',
      [
        ['new york', 1],
        ['los angeles', -1],
        ['東 京', 1],
      ],
    ],
    ['3 "say ""aye"""', [['say "aye"', 3]]],
    [
      "rock_(stone) + n't",
      [
        ['rock_(stone)', 1],
        ["n't", 1],
      ],
    ],
    [
      'constructor + __proto__',
      [
        ['constructor', 1],
        ['__proto__', 1],
      ],
    ],
  ])('reads %s', (text, terms) => {
    expect(read(text)).toEqual(terms);
  });

  it.each<[string, ExpressionFault]>([
    ['  ', { code: 'empty', at: 0, found: '' }],
    ['king −', { code: 'word-wanted', at: 6, found: '' }],
    ['king + − man', { code: 'word-wanted', at: 7, found: '−' }],
    ['king man', { code: 'sign-wanted', at: 5, found: 'man' }],
    ['king "old man"', { code: 'sign-wanted', at: 5, found: '"old man"' }],
    ['king × man', { code: 'number-wanted', at: 5, found: '×' }],
    ['× man', { code: 'number-wanted', at: 0, found: '×' }],
    ['2 × − man', { code: 'word-wanted', at: 4, found: '−' }],
    ['a − "new york', { code: 'unclosed', at: 4, found: '"new york' }],
    ['a − "" + b', { code: 'empty-quotes', at: 4, found: '""' }],
    ['(king − man)', { code: 'bracket', at: 0, found: '(king' }],
    ['king − man)', { code: 'bracket', at: 7, found: 'man)' }],
    ['0 king', { code: 'zero', at: 0, found: '0' }],
    ['king + 1001 man', { code: 'large', at: 7, found: '1001' }],
  ])('says what is wrong with %s', (text, fault) => {
    expect(read(text)).toEqual(fault);
  });

  it('takes so many terms and no more', () => {
    const terms = Array.from({ length: MOST_TERMS }, (_, i) => `w${i}`).join(' + ');
    expect(parseExpression(terms).ok).toBe(true);
    expect(read(`${terms} + one`)).toMatchObject({ code: 'too-many', at: terms.length + 1 });
  });

  it('reads back whatever it writes', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const word = words.map((text) => text.normalize('NFC').trim()).filter((text) => text !== '');
    const size = fc.oneof(
      fc.constant(1),
      fc.integer({ min: 1, max: 8 * LARGEST_WEIGHT }).map((n) => n / 8),
    );
    const term = fc.record({ word, weight: fc.tuple(size, fc.boolean()).map(([n, is]) => (is ? n : -n)) });
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: MOST_TERMS }), (terms) => {
        expect(read(writeExpression(terms))).toEqual(terms.map((each) => [each.word, each.weight]));
      }),
    );
  });

  it('reads any text, and points into it', () => {
    const pieces = fc.constantFrom('king', '東', '2', '-', '−', '+', '×', '"', '“', '(', ' ', '0', 'é', '🐋');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        const expression = parseExpression(text);
        if (!expression.ok) {
          const { at, found } = expression.fault;
          expect(text.slice(at, at + found.length)).toBe(found);
          return;
        }
        for (const { word, start, end } of expression.terms) expect(text.slice(start, end)).toContain(word);
      }),
    );
  });
});

describe('what is done with an expression', () => {
  it('puts another word in a term’s place', () => {
    const text = '2 Paris − france';
    const expression = parseExpression(text);
    const term = expression.ok ? expression.terms[0] : undefined;
    expect(term && replaceWord(text, term, 'paris')).toBe('2 paris − france');
    expect(term && replaceWord(text, term, 'new york')).toBe('2 "new york" − france');
  });

  it('sees a difference in a hyphen', () => {
    expect(maybeDifference('king-man')).toEqual(['king', 'man']);
    expect(maybeDifference('king')).toBeNull();
    expect(maybeDifference('-man')).toBeNull();
  });
});

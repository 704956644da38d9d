import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tokenization, tokenize, tokenizeCharacters, tokenizeWords } from './tokenize.ts';
import { END_TOKEN } from './vocabulary.ts';

describe('tokenizeWords', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['white space only', ' \n\t\u00a0\u3000 ', []],
    ['one word', 'Whale', ['whale']],
    [
      'punctuation',
      '"Well," said I—"what?"',
      ['"', 'well', ',', '"', 'said', 'i', '—', '"', 'what', '?', '"'],
    ],
    ['apostrophes inside a word', "Don't they? It’s", ["don't", 'they', '?', 'it’s']],
    ['numbers', 'In 1851, 3.14 or 1,000', ['in', '1851', ',', '3.14', 'or', '1,000']],
    ['Chinese without spaces', '我们学习,很快。', ['我们', '学习', ',', '很快', '。']],
    ['emoji, joined ones whole', 'hi 👨‍👩‍👧😀', ['hi', '👨‍👩‍👧', '😀']],
    ['right to left', 'שלום, עולם', ['שלום', ',', 'עולם']],
    ['direction marks', '\u200fשלום\u202c abc\u200e', ['שלום', 'abc']],
    ['markup, as text', '<b>hi</b>', ['<', 'b', '>', 'hi', '<', '/', 'b', '>']],
    ['decomposed accents', 'cafe\u0301', ['café']],
    ['a lone surrogate', 'a \ud83d b', ['a', '\ud83d', 'b']],
  ])('%s', (_name, text, tokens) => {
    expect(tokenizeWords(text)).toEqual(tokens);
  });

  it('loses nothing but white space, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        const clean = text
          .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
          .normalize('NFC')
          .toLowerCase();
        expect(tokenizeWords(text).join('').replace(/\s/gu, '')).toBe(clean.replace(/\s/gu, ''));
      }),
      { numRuns: 30 },
    );
  });

  it('cuts a long text exactly as a short one', () => {
    const sentence = 'Call me Ishmael. Some years ago—never mind how long 😀 don’t 我们学习 שלום! ';
    const once = tokenizeWords(sentence);
    expect(tokenizeWords(sentence.repeat(200))).toEqual(Array.from({ length: 200 }, () => once).flat());
  });

  it.each(['我们在学习循环神经网络。', '😀', '👨‍👩‍👧', 'don’t-', '3.14,x-', 'שלום,', '🇨🇭', 'e\u0301!'])(
    'cuts long text without white space where a short one is cut: %s',
    (piece) => {
      const whole = tokenizeWords(piece.repeat(4));
      const once = tokenizeWords(piece);
      expect(whole).toEqual(Array.from({ length: 4 }, () => once).flat());
      expect(tokenizeWords(piece.repeat(701))).toEqual(Array.from({ length: 701 }, () => once).flat());
    },
  );

  it('gets through one word of any length', () => {
    expect(tokenizeWords('a'.repeat(100_000)).join('')).toHaveLength(100_000);
  });
});

describe('tokenizeCharacters', () => {
  it('keeps what a reader takes for one character whole', () => {
    expect(tokenizeCharacters('aé👨‍👩‍👧e\u0301你')).toEqual(['a', 'é', '👨‍👩‍👧', 'e\u0301', '你']);
  });

  it('keeps case and white space, with one kind of line break', () => {
    expect(tokenizeCharacters('A b\r\nC\r')).toEqual(['A', ' ', 'b', '\n', 'C', '\n']);
  });

  it('keeps joined emoji whole however long the text', () => {
    expect(tokenizeCharacters('👨‍👩‍👧'.repeat(501))).toEqual(new Array(501).fill('👨‍👩‍👧'));
    expect(tokenizeCharacters('abe\u0301'.repeat(501))).toEqual(
      new Array(501).fill(['a', 'b', 'e\u0301']).flat(),
    );
  });

  it('joins back to the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(tokenizeCharacters(text).join('')).toBe(text.replace(/\r\n?/g, '\n'));
      }),
    );
  });

  it('handles lone surrogates and nothing at all', () => {
    expect(tokenizeCharacters('\udc00a')).toEqual(['\udc00', 'a']);
    expect(tokenizeCharacters('')).toEqual([]);
  });
});

/** Tokens side by side, ⟨EOS⟩ as a bar. */
const shown = (text: string, tokenization: Tokenization) =>
  tokenize(text, tokenization)
    .map((token) => (token === END_TOKEN ? '|' : token))
    .join(tokenization.level === 'word' ? ' ' : '');
const without = (tokens: readonly string[]) => tokens.filter((token) => token !== END_TOKEN);

describe('⟨EOS⟩ in place of line breaks', () => {
  it.each<[string, string, string]>([
    ['no break, none', 'still being typed', 'still being typed'],
    ['one for each', 'a b\nc\n', 'a b|c|'],
    ['one for several, with blanks between', 'a\n\n \t\nb\r\n\r\nc\rd', 'a|b|c|d'],
    ['none before the first line with text', '\n \r\n\na\nb', 'a|b'],
    ['the space at a line’s ends stays', '  a \n  b', '  a |  b'],
    ['Chinese', '床前明月光，\n疑是地上霜。\n', '床前明月光，|疑是地上霜。|'],
    ['nothing', '', ''],
    ['breaks only', '\n\n', ''],
  ])('%s', (_name, text, expected) => {
    expect(shown(text, { level: 'character', ends: 'lines' })).toBe(expected);
  });

  it('at words too', () => {
    expect(shown('One fish,\ntwo fish\n', { level: 'word', ends: 'lines' })).toBe('one fish , | two fish |');
  });

  it('gives every line with text its tokens and one end, whatever the text', () => {
    const unit = fc.constantFrom(...'ab .\n\r', '\r\n', '我', '😀', 'e\u0301');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), fc.constantFrom('word', 'character'), (text, level) => {
        const lines = text.split(/\r\n|\r|\n/);
        const last = lines.pop() ?? '';
        const expected = lines
          .filter((line) => line.trim() !== '')
          .flatMap((line) => [...tokenize(line, { level }), END_TOKEN]);
        expect(tokenize(text, { level, ends: 'lines' })).toEqual([...expected, ...tokenize(last, { level })]);
      }),
    );
  });
});

describe('⟨EOS⟩ behind sentences', () => {
  it.each<[string, string, string]>([
    ['full stops, exclamation and question marks', 'One. Two! So? D', 'One.| Two!| So?| D'],
    ['what is being typed goes on', 'It is', 'It is'],
    ['unless its mark ends it', 'It is.', 'It is.|'],
    ['quotes and brackets close with it', '“Go!” (So be it.) "End."', '“Go!”| (So be it.)| "End."|'],
    ['marks in a row end once', 'What?!... Oh…', 'What?!...| Oh…|'],
    ['not inside a number, a name or an hour', '3.14 and e.g.x at 5 p.m.x', '3.14 and e.g.x at 5 p.m.x'],
    [
      'not behind a title or an initial',
      'Mr. J. R. Smith left. Dr. No did',
      'Mr. J. R. Smith left.| Dr. No did',
    ],
    ['line breaks stay', 'One.\nTwo\n', 'One.|\nTwo\n'],
    [
      'full-width marks wherever they are',
      '好。他说：“走！”她笑了？嗯……',
      '好。|他说：“走！”|她笑了？|嗯……|',
    ],
    ['not an ellipsis between words', '我……我不知道', '我……我不知道'],
    ['an ASCII quotation mark may open the next', '他说。"走。" 好', '他说。|"走。"| 好'],
    ['nothing', '', ''],
  ])('%s', (_name, text, expected) => {
    expect(shown(text, { level: 'character', ends: 'sentences' })).toBe(expected);
  });

  it('at words too', () => {
    const text = '“Well!” he said. It is 3.14.';
    const expected = '“ well ! ” | he said . | it is 3.14 . |';
    expect(shown(text, { level: 'word', ends: 'sentences' })).toBe(expected);
  });

  const unit = fc.constantFrom(
    ...'aB3 .!?…。！？”\'")」\n',
    ...['Mr', '我', '😀', '\u0301', '\u200d', '\ufeff', '\r\n', '，'],
  );
  it.each(['character', 'word'] as const)('adds ends and changes nothing else, by %s', (level) => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        const tokens = tokenize(text, { level, ends: 'sentences' });
        expect(without(tokens)).toEqual(tokenize(text, { level }));
        tokens.forEach((token, i) => {
          const before = tokens[i - 1] ?? '';
          if (token === END_TOKEN) expect(before).toMatch(/[.!?…。！？”’"'」』）】》〉»)\]}]$/u);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('gets through a million dots, and as many line breaks', () => {
    expect(without(tokenize('.'.repeat(2e5), { level: 'character', ends: 'sentences' }))).toHaveLength(2e5);
    expect(tokenize(`a${'\n'.repeat(2e5)}b`, { level: 'character', ends: 'lines' })).toEqual([
      'a',
      END_TOKEN,
      'b',
    ]);
  });
});

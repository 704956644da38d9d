import { describe, expect, it } from 'vitest';
import { toCsv, toTsv } from './csv.ts';

describe('toCsv', () => {
  it('quotes commas, quotes and line breaks', () => {
    expect(toCsv([['a,b', 'say "hi"', 'two\nlines', 'plain']])).toBe(
      '"a,b","say ""hi""","two\nlines",plain\r\n',
    );
  });

  it('keeps all digits of numbers, negative ones too', () => {
    expect(toCsv([[-0.1, 1 / 3, null, Number.NaN]])).toBe('-0.1,0.3333333333333333,,NaN\r\n');
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '＝1'])('defuses %j', (value) => {
    expect(
      toCsv([[value]])
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  });
});

describe('toTsv', () => {
  it('has one line a row and one tab a column', () => {
    expect(
      toTsv([
        ['t', 'a\tb'],
        [1, -0.5],
      ]),
    ).toBe('t\ta b\n1\t-0.5');
  });

  it('defuses formulas as well', () => expect(toTsv([['=HYPERLINK("x")']])).toBe('\'=HYPERLINK("x")'));
});

import { describe, expect, it } from 'vitest';
import { readVectorText, vectorFixture } from '../vectors.testkit.ts';
import { bytesOf, textFile } from './foreign-files.testkit.ts';
import { readText, rowsIn } from './read.testkit.ts';

const ROWS = [
  ['the', [0.5, -1, 2]],
  ['鲸鱼', [1e-5, 2.25, -3]],
  ['constructor', [7, 8, 9]],
  ['. . .', [1, 1, 1]],
  ['3.14', [4, 5, 6]],
] as const;
const EXPECTED = Object.fromEntries(ROWS.map(([word, row]) => [word, row.map(Math.fround)]));

describe('text of vectors', () => {
  it.each([
    ['without a header', {}],
    ['with one', { header: true }],
    ['with lines as Windows ends them', { eol: '\r\n', header: true }],
    ['with a blank at the end of each line, as fastText writes it', { tail: ' ', header: true }],
    ['with tabs', { gap: '\t' }],
  ])('is read %s, however its bytes are cut', (_, options) => {
    const bytes = textFile(ROWS, options);
    for (const size of [1, 2, 7, bytes.length]) {
      const { end, table } = readText(bytes, {}, size);
      expect(rowsIn(table)).toEqual(EXPECTED);
      expect(end).toEqual({ fault: null, isUsable: true, rows: ROWS.length });
      expect(table.flaws()).toEqual([]);
    }
  });

  it('gives what gensim wrote', () => {
    for (const name of ['eight-words.txt', 'eight-words.vec']) {
      const bytes = vectorFixture(name);
      const { words, vectors } = readVectorText(bytes, name.endsWith('vec'));
      const { table } = readText(bytes);
      expect(table.words).toEqual(words);
      expect(Object.values(rowsIn(table)).flat()).toEqual([...vectors]);
    }
  });

  it('begins behind a byte-order mark and ends without a line feed', () => {
    const bytes = bytesOf(Uint8Array.of(0xef, 0xbb, 0xbf), textFile(ROWS).subarray(0, -1));
    expect(rowsIn(readText(bytes).table)).toEqual(EXPECTED);
  });

  it('keeps the first words and no more, and says what the header claims there are', () => {
    const { end, table } = readText(textFile(ROWS, { header: true }), { most: 2 });
    expect(table.words).toEqual(['the', '鲸鱼']);
    expect(table.limit).toBe('most');
    expect(end.rows).toBe(5);
  });

  it('keeps the words of a list, wherever they stand, those with spaces too', () => {
    const { table } = readText(textFile(ROWS), { only: ['3.14', '. . .', 'nowhere'] });
    expect(rowsIn(table)).toEqual({ '. . .': [1, 1, 1], '3.14': [4, 5, 6] });
    expect(readText(textFile(ROWS), { only: ['鲸鱼'] }).table.limit).toBe('only');
  });

  it('keeps 8 bits where that is asked for, to within half a step', () => {
    const rows = rowsIn(readText(textFile(ROWS), { precision: 'int8' }).table);
    for (const [word, row] of Object.entries(EXPECTED)) {
      const step = Math.max(...row.map(Math.abs)) / 127;
      row.forEach((value, j) => {
        expect(Math.abs((rows[word]?.[j] ?? Number.NaN) - value)).toBeLessThanOrEqual(step * 0.501);
      });
    }
  });

  it('takes 8 bits where floats would not fit, and stops where they do not fit either', () => {
    const rows = Array.from({ length: 100 }, (_, i) => [`w${i}`, [i + 1, 1, 1, 1]] as const);
    const narrow = readText(textFile(rows), { precision: null, memory: 900 }).table;
    expect([narrow.rows?.precision, narrow.words.length]).toEqual(['int8', 100]);
    const part = readText(textFile(rows), { precision: null, memory: 400 }).table;
    expect([part.rows?.precision, part.words.length, part.limit]).toEqual(['int8', 50, 'memory']);
    expect(readText(textFile(rows), { precision: null, memory: 1600 }).table.rows?.precision).toBe('float32');
  });

  describe('with flaws, of which it says where the first is, and goes on', () => {
    const good = 'a 1 2 3\n';
    it.each([
      ['ragged-row', 'b 1 2\n', { line: 2, word: 'b', found: '2', expected: '3' }],
      ['ragged-row', 'b 1 2 3 4\n', { line: 2, word: 'b', found: '4', expected: '3' }],
      ['not-a-number', 'b 1 nan 3\n', { line: 2, word: 'b', found: 'nan' }],
      ['not-a-number', 'b 1 -inf 3\n', { line: 2, word: 'b', found: '-inf' }],
      ['not-a-number', 'b 1 1e99 3\n', { line: 2, word: 'b', found: '1e99' }],
      ['not-a-number', 'b 1 0,5 3\n', { line: 2, word: 'b', found: '0,5' }],
      ['duplicate-word', 'a 4 5 6\n', { line: 2, word: 'a' }],
      ['empty-word', ' 4 5 6\n', { line: 2 }],
      ['too-long-word', `${'x'.repeat(2000)} 4 5 6\n`, { line: 2 }],
      ['zero-vector', 'b 0 0 0\n', { line: 2, word: 'b' }],
    ])('%s in "%s"', (code, line, first) => {
      const { end, table } = readText(`${good}${line}c 7 8 9\n${line.replace('b', 'd')}e 1 1 1\n`);
      expect(end.fault).toBeNull();
      expect(table.flaws()).toHaveLength(1);
      expect(table.flaws()[0]).toMatchObject({ code, count: 2, first });
      expect(rowsIn(table)).toMatchObject({ a: [1, 2, 3], c: [7, 8, 9] });
    });

    it('a header that claims other numbers', () => {
      const { end, table } = readText('4 2\na 1 2 3\nb 4 5 6\n');
      expect(table.flaws()).toEqual([
        { code: 'header-lies', count: 2, first: { line: 1, expected: '2', found: '3' } },
      ]);
      expect([table.words, end.rows]).toEqual([['a', 'b'], 2]);
    });

    it('an end in the midst of a row', () => {
      expect(readText('a 1 2 3\nb 1 2').table.flaws()).toEqual([
        { code: 'truncated', count: 1, first: { line: 2, word: 'b', found: '2', expected: '3' } },
      ]);
    });

    it('words that are not UTF-8: as Latin letters where no word proves otherwise', () => {
      const latin = bytesOf('a 1 2 3\ncaf', Uint8Array.of(0xe9), ' 4 5 6\n');
      const { table } = readText(latin);
      expect(table.words).toEqual(['a', 'café']);
      expect(table.flaws()[0]).toMatchObject({ code: 'bad-utf8', first: { line: 2, found: 'windows-1252' } });
      const proven = readText(bytesOf('né 1 2 3\n', latin)).table;
      expect(proven.words).toEqual(['né', 'a', 'caf\ufffd']);
      expect(proven.flaws()[0]).toMatchObject({ code: 'bad-utf8', first: { line: 3, found: 'unknown' } });
    });
  });

  it('allocates nothing for what a header claims', () => {
    const { end, table } = readText('999999999999 3\na 1 2 3\n', { precision: null });
    expect(table.rows?.bytes).toBeLessThan(100);
    expect(table.flaws().map(({ code }) => code)).toEqual(['header-lies']);
    expect(end.rows).toBe(1);
  });

  it('gives up on a line without an end, and on thousands without a row', () => {
    const endless = readText(`a 1 2 3\n${'x'.repeat(5e6)}`, {}, 1 << 16);
    expect(endless.end.fault).toMatchObject({ code: 'not-vectors', place: { line: 1 } });
    const none = readText(`a 1 2\nb 3 4\n${'x y z\n'.repeat(1)}`);
    expect(none.end.fault).toBeNull();
  });
});

describe('lines that want to keep a reader busy', () => {
  it('a field of a million digits is a number or none, at once', () => {
    const digits = '1'.repeat(1e6);
    const { table } = readText(`a 1 2\nb ${digits}x 2\nc 0.${digits} 3\nd ${digits} 4\ne 5 6\n`);
    expect(rowsIn(table)).toEqual({ a: [1, 2], c: [Math.fround(1 / 9), 3], e: [5, 6] });
    expect(table.flaws()).toMatchObject([{ code: 'not-a-number', count: 2, first: { line: 2, word: 'b' } }]);
  });

  it('a word with spaces is no longer than another may be', () => {
    const { table } = readText(`a 1 2\n${'x y '.repeat(300)}3 4\nb 5 6\n`);
    expect(table.words).toEqual(['a', 'b']);
    expect(table.flaws()).toMatchObject([{ code: 'too-long-word', count: 1, first: { line: 2 } }]);
  });
});

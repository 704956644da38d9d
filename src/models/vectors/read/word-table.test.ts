import { describe, expect, it } from 'vitest';
import { keptOf, MOST_COLUMNS, readWordJson, readWordTable } from './word-table.ts';

describe('words beside vectors', () => {
  it('stand one on a line', () => {
    expect(readWordTable('\ufeffthe\r\nof the\n鲸鱼\n\n', 3)).toEqual({
      words: ['the', 'of the', '鲸鱼'],
      columns: [],
      counts: null,
    });
  });

  it('have counts where every line ends with one and none names a column', () => {
    expect(readWordTable('the 1061396\nof 593677\n', 2).counts).toEqual([1061396, 593677]);
    expect(readWordTable('the 1061396\nof\n', 2)).toMatchObject({
      words: ['the 1061396', 'of'],
      counts: null,
    });
  });

  it('come with columns, named by the first line as the projector has it', () => {
    const text = 'id\tword\tkind\tcount\n7\tthe\tdeterminer\t12\n9\tsea\t\t3\n';
    for (const rows of [2, null]) {
      expect(readWordTable(text, rows)).toEqual({
        words: ['the', 'sea'],
        columns: [
          { name: 'id', values: ['7', '9'] },
          { name: 'kind', values: ['determiner', ''] },
        ],
        counts: [12, 3],
      });
    }
    const length = readWordTable('name\tlength\nsea\t3\nwhale\t5\n', 2);
    expect(length).toMatchObject({
      words: ['sea', 'whale'],
      columns: [{ name: 'length', values: ['3', '5'] }],
      counts: null,
    });
  });

  it('have no header where there are as many lines as rows', () => {
    const { words, columns } = readWordTable('sea\tnoun\nthe\tarticle\n', 2);
    expect([words, columns]).toEqual([['sea', 'the'], [{ name: '2', values: ['noun', 'article'] }]]);
    expect(readWordTable('word\nsea\nthe\n', 2).words).toEqual(['sea', 'the']);
  });

  it('may be JSON, as a list or either way round', () => {
    for (const text of [
      '["a", "b"]',
      '{"a": 0, "b": 1}',
      '{"0": "a", "1": "b"}',
      '{"model": {"vocab": {"b": 1, "a": 0}}}',
    ]) {
      expect(readWordJson(text)).toMatchObject({ words: ['a', 'b'] });
    }
    expect(readWordJson('{"a": 0, "b": 0}')).toHaveProperty('detail');
    expect(readWordJson('{"a"')).toHaveProperty('detail');
  });

  it('give up what is said of words that were not kept', () => {
    const table = {
      words: ['a', 'b', 'c'],
      columns: [{ name: 'k', values: ['1', '2', '3'] }],
      counts: [9, 8, 7],
    };
    expect(keptOf(table, ['a', 'c'])).toEqual({
      columns: [{ name: 'k', values: ['1', '3'] }],
      counts: [9, 7],
    });
  });
});

it('a line of tabs makes no columns without end', () => {
  const lines = Array.from({ length: 2000 }, (_, i) => `w${i}\t${i}`);
  const { words, columns } = readWordTable(
    ['word\tgroup', ...lines, `x${'\t'.repeat(1e6)}`].join('\n'),
    2001,
  );
  expect(words.slice(0, 2000)).toEqual(lines.map((line) => line.split('\t')[0]));
  expect(columns).toHaveLength(MOST_COLUMNS - 1);
  expect(columns[0]?.values[7]).toBe('7');
});

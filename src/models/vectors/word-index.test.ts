import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { readBundle } from './bundle.ts';
import { editDistance } from './edit-distance.ts';
import { createWordIndex } from './word-index.ts';

const over = (words: readonly string[]) => createWordIndex(words, () => words.length);
const found = (words: readonly string[], text: string, most = 10) =>
  over(words)
    .find(text, most)
    .map(({ word, how }) => `${word} ${how}`);

/** The definition, by recursion: D(i, j) of the first i and j characters. */
function slowDistance(a: string, b: string): number {
  const at = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const edits = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)];
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits.push(at(i - 2, j - 2) + 1);
    return Math.min(...edits);
  };
  return at(a.length, b.length);
}

describe('the number of edits', () => {
  it('is what its definition says, and no more than one above the limit', () => {
    const draw = createRandom(5);
    const text = () => Array.from({ length: draw.integer(6) }, () => 'abc'[draw.integer(3)]).join('');
    for (let i = 0; i < 400; i++) {
      const [a, b, limit] = [text(), text(), draw.integer(4)];
      expect([a, b, editDistance(a, b, limit)]).toEqual([a, b, Math.min(limit + 1, slowDistance(a, b))]);
    }
  });
});

describe('finding words', () => {
  it('puts equal words first, the one that is written so before the others', () => {
    const words = ['queens', 'Queen', 'queen', 'QUEEN', 'quean', 'drag_queen'];
    expect(found(words, 'queen')).toEqual([
      'queen equal',
      'Queen equal',
      'QUEEN equal',
      'queens prefix',
      'quean near',
      'drag_queen inside',
    ]);
  });

  it('forgives slips: swapped, missing, doubled, wrong letters', () => {
    const words = ['the', 'receive', 'elephant', 'king'];
    expect(found(words, 'recieve')).toEqual(['receive near']);
    expect(found(words, 'elephnat')).toEqual(['elephant near']);
    expect(found(words, 'elefant')).toEqual(['elephant near']);
    expect(found(words, 'kiing')).toEqual(['king near']);
    expect(found(words, 'elephxxx')).toEqual([]);
  });

  it('looks past case, accents and width, in any script', () => {
    const words = ['Café', 'МОСКВА', 'ελλάδα', 'हिन्दी', 'ＡＢＣ'];
    expect(found(words, 'cafe')).toEqual(['Café equal']);
    expect(found(words, 'москва')).toEqual(['МОСКВА equal']);
    expect(found(words, 'ΕΛΛ')).toEqual(['ελλάδα prefix']);
    expect(found(words, 'हिन्')).toEqual(['हिन्दी prefix']);
    expect(found(words, 'abc')).toEqual(['ＡＢＣ equal']);
  });

  it('finds Chinese words by any of their characters', () => {
    const words = ['中国', '北京', '京', '东京', '京都', '𠀋京'];
    expect(found(words, '京')).toEqual([
      '京 equal',
      '京都 prefix',
      '北京 inside',
      '东京 inside',
      '𠀋京 inside',
    ]);
  });

  it('takes words for words', () => {
    const words = ['constructor', '__proto__', '<b>', ''];
    expect(found(words, 'constr')).toEqual(['constructor prefix']);
    expect(found(words, '__proto__')).toEqual(['__proto__ equal']);
    expect(found(words, ' ')).toEqual([]);
  });

  it('finds words that came after it was asked first', () => {
    const words = ['one'];
    const index = over(words);
    expect(index.find('two', 5)).toEqual([]);
    words.push('two');
    expect(index.find('two', 5)).toEqual([{ word: 'two', index: 1, how: 'equal' }]);
  });

  it('finds in 20,143 words all that looking at each of them finds', () => {
    const read = readBundle(readFileSync('public/vectors/glove.vectors'));
    const words = read.ok ? read.bundle.table.words : [];
    const index = over(words);
    for (const query of ['bananna', 'teh', 'queen', 'internatoinal', 'x']) {
      const limit = query.length < 3 ? 0 : query.length < 6 ? 1 : 2;
      const got = index.find(query, 30_000);
      const of = (how: string) => got.filter((one) => one.how === how).map(({ word }) => word);
      const starts = words.filter((word) => word.startsWith(query) && word !== query);
      expect(of('prefix')).toEqual(starts);
      const near = words.filter(
        (word) => !word.startsWith(query) && editDistance(query, word, limit) <= limit,
      );
      expect(of('near').sort()).toEqual(near.sort());
    }
  });
});

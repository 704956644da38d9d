import { describe, expect, it } from 'vitest';
import { createAnswerer, createPlainKernels } from './answer.ts';
import { relatedRows, setOf, storedNumbers } from './vector-search.testkit.ts';

const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, v, k) => sum + v * (y[k] ?? 0), 0);
const size = (x: readonly number[]) => Math.hypot(...x);
const cosine = (x: readonly number[], y: readonly number[]) => dot(x, y) / (size(x) * size(y) || 1);
const unit = (x: readonly number[]) => x.map((v) => v / (size(x) || 1));
const plus = (...all: readonly (readonly number[])[]) =>
  (all[0] ?? []).map((_, k) => all.reduce((sum, x) => sum + (x[k] ?? 0), 0));
const times = (x: readonly number[], s: number) => x.map((v) => v * s);

function less(rows: readonly number[][]): number[][] {
  const mean = times(plus(...rows), 1 / rows.length);
  return rows.map((row) => row.map((v, k) => v - (mean[k] ?? 0)));
}

/** Indices by key, largest first, earlier ones first among equals. */
const ranked = (keys: readonly number[], most: number, without: readonly number[] = []) =>
  keys
    .map((key, index) => ({ key, index }))
    .filter(({ index }) => !without.includes(index))
    .sort((x, y) => (Math.abs(x.key - y.key) < 1e-12 ? x.index - y.index : y.key - x.key))
    .slice(0, most);

const CASES = [
  { precision: 'int8', d: 7, centred: false },
  { precision: 'int8', d: 20, centred: true },
  { precision: 'float32', d: 7, centred: true },
  { precision: 'float32', d: 20, centred: false },
] as const;

describe.each(CASES)('answers of $precision rows, d = $d, centred: $centred', ({ precision, d, centred }) => {
  const set = setOf(relatedRows(300, d), precision);
  const stored = storedNumbers(set);
  const rows = centred ? less(stored) : stored;
  const { answer } = createAnswerer(set, createPlainKernels(), () => 0);
  const row = (i: number) => rows[i] ?? [];
  const shared = { count: 12, centred, exclude: true };

  it.each(['cosine', 'dot', 'euclid'] as const)('ranks by %s as all rows, one by one, do', (metric) => {
    for (const word of [0, 5, 299]) {
      const terms = [{ word: `w${word}`, weight: 1 }];
      const got = answer({ kind: 'nearest', terms, metric, ...shared });
      const q = row(word);
      const keys = {
        cosine: () => rows.map((v) => cosine(v, q)),
        dot: () => rows.map((v) => dot(v, metric === 'cosine' ? unit(q) : q)),
        euclid: () => rows.map((v) => -size(plus(v, times(q, -1)))),
      }[metric]();
      const wanted = ranked(keys, 12, [word]);
      expect(got.hits.map(({ score }) => score)).toEqual(
        wanted.map(({ key }) =>
          expect.closeTo(Math.abs(key) * (metric === 'euclid' ? 1 : Math.sign(key)), 8),
        ),
      );
      for (const [i, { index }] of got.hits.entries())
        expect(keys[index]).toBeCloseTo(wanted[i]?.key ?? 9, 10);
    }
  });

  it('adds up terms of any sign, each of length 1', () => {
    const terms = [
      { word: 'w3', weight: 1 },
      { word: 'w8', weight: -0.5 },
      { word: 'W40', weight: 2 },
    ];
    const got = answer({ kind: 'nearest', terms, metric: 'cosine', ...shared });
    const q = plus(unit(row(3)), times(unit(row(8)), -0.5), times(unit(row(40)), 2));
    const wanted = ranked(
      rows.map((v) => cosine(v, q)),
      12,
      [3, 8, 40],
    );
    expect(got.hits.map(({ score }) => score)).toEqual(wanted.map(({ key }) => expect.closeTo(key, 10)));
  });

  it('answers analogies by sum and by product, with the three words among the answers or not', () => {
    const units = rows.map(unit);
    const [a, b, c] = [units[10] ?? [], units[20] ?? [], units[30] ?? []];
    const sum = plus(b, times(a, -1), c);
    const half = (v: readonly number[], x: readonly number[]) => (dot(v, x) + 1) / 2;
    const keys = {
      add: units.map((v) => cosine(v, sum)),
      multiply: units.map((v) => (half(v, b) * half(v, c)) / (half(v, a) + 0.001)),
    };
    for (const method of ['add', 'multiply'] as const)
      for (const exclude of [true, false]) {
        const words = { a: 'w10', b: 'w20', c: 'w30' };
        const { hits } = answer({ kind: 'analogy', ...words, method, ...shared, exclude });
        const wanted = ranked(keys[method], 12, exclude ? [10, 20, 30] : []);
        expect(hits.map(({ score }) => score)).toEqual(wanted.map(({ key }) => expect.closeTo(key, 9)));
      }
  });

  it('splits a cosine into what each dimension adds to it', () => {
    const got = answer({ kind: 'similarity', a: 'w1', b: 'w2', centred });
    expect(got.cosine).toBeCloseTo(cosine(row(1), row(2)), 10);
    expect(got.dot).toBeCloseTo(dot(row(1), row(2)), 8);
    expect(got.distance).toBeCloseTo(size(plus(row(1), times(row(2), -1))), 8);
    expect(got.contributions.reduce((sum, x) => sum + x, 0)).toBeCloseTo(got.cosine, 5);
  });

  it('compares each word with the mean of the others', () => {
    const { scores } = answer({ kind: 'odd', words: ['w1', 'w2', 'w3', 'w4'], centred });
    const units = [1, 2, 3, 4].map((i) => unit(row(i)));
    const wanted = units.map((one, i) => cosine(one, plus(...units.filter((_, j) => j !== i))));
    expect(scores.map(({ score }) => score)).toEqual(wanted.map((key) => expect.closeTo(key, 9)));
  });

  it('measures words along axes', () => {
    const ask = [
      { from: ['w1', 'w2'], to: ['w3'] },
      { from: ['w4'], to: ['w5', 'nowhere'] },
    ];
    const got = answer({ kind: 'axes', axes: ask, first: 50, centred });
    const [u1, u2, u3, u4, u5] = [1, 2, 3, 4, 5].map((i) => unit(row(i)));
    const first = plus(u3 ?? [], times(plus(u1 ?? [], u2 ?? []), -0.5));
    const second = plus(u5 ?? [], times(u4 ?? [], -1));
    const wanted = rows.slice(0, 50).flatMap((v) => [cosine(v, first), cosine(v, second)]);
    expect([...got.coordinates]).toEqual(wanted.map((x) => expect.closeTo(x, 6)));
    expect(got.missing).toEqual(['nowhere']);
  });

  it('gives rows by word and by rank', () => {
    const some = answer({ kind: 'rows', words: ['w7', 'nowhere', 'w0'], first: 0, centred });
    expect([...some.indices]).toEqual([7, 0]);
    expect(some.missing).toEqual(['nowhere']);
    expect([...some.vectors]).toEqual([...row(7), ...row(0)].map((x) => expect.closeTo(x, 5)));
    const first = answer({ kind: 'rows', words: null, first: 2, centred });
    expect([...first.vectors]).toEqual([...row(0), ...row(1)].map((x) => expect.closeTo(x, 5)));
  });
});

describe('what a set has not', () => {
  const ask = { count: 5, centred: false, exclude: true };

  it('says which words are missing, and goes on with those that are left to add', () => {
    const { answer } = createAnswerer(setOf(relatedRows(50, 4), 'int8'), createPlainKernels(), () => 0);
    const terms = ['constructor', 'w1', '__proto__'].map((word) => ({ word, weight: 1 }));
    const near = answer({ kind: 'nearest', terms, metric: 'cosine', ...ask });
    expect(near.missing).toEqual(['constructor', '__proto__']);
    expect(near.hits).toHaveLength(5);
    const analogy = answer({ kind: 'analogy', a: 'w1', b: 'no', c: 'w2', method: 'add', ...ask });
    expect(analogy).toMatchObject({ hits: [], missing: ['no'], scanned: 0 });
    expect(answer({ kind: 'word', word: 'no' })).toMatchObject({ index: -1, vector: null });
    expect(answer({ kind: 'similarity', a: 'w1', b: 'no', centred: false })).toMatchObject({
      cosine: 0,
      missing: ['no'],
    });
  });

  it('asks for vectors of words without a row, where they can be made', () => {
    const set = setOf(relatedRows(50, 4), 'float32');
    const unseen = (word: string) =>
      word === 'made' ? set.store.finish() && Float32Array.of(1, 2, 3, 4) : null;
    const { answer } = createAnswerer({ ...set, unseen }, createPlainKernels(), () => 0);
    const terms = [{ word: 'made', weight: 1 }];
    expect(answer({ kind: 'nearest', terms, metric: 'cosine', ...ask }).hits).toHaveLength(5);
    expect(answer({ kind: 'word', word: 'made' })).toMatchObject({
      index: -1,
      vector: Float32Array.of(1, 2, 3, 4),
    });
  });

  it('knows no direction of a word less itself, and rows of zeros are never NaN', () => {
    const rows = [...relatedRows(20, 4), new Float32Array(4)];
    const { answer } = createAnswerer(setOf(rows, 'int8'), createPlainKernels(), () => 0);
    const terms = [
      { word: 'w1', weight: 1 },
      { word: 'w1', weight: -1 },
    ];
    expect(answer({ kind: 'nearest', terms, metric: 'cosine', ...ask }).hits).toEqual([]);
    const all = answer({
      kind: 'nearest',
      terms: terms.slice(0, 1),
      metric: 'cosine',
      ...ask,
      count: 99,
    }).hits;
    expect(all).toHaveLength(20);
    expect(all.find(({ word }) => word === 'w20')?.score).toBe(0);
  });

  it('answers about the rows that are there while more come', () => {
    const rows = relatedRows(90, 6);
    const set = setOf(rows.slice(0, 30), 'float32');
    const { answer } = createAnswerer(set, createPlainKernels(), () => 0);
    for (const upTo of [30, 60, 90]) {
      for (const row of rows.slice(set.store.count, upTo)) {
        set.words.push(`w${set.store.count}`);
        set.store.push(row);
      }
      const terms = [{ word: `w${upTo - 1}`, weight: 1 }];
      const whole = createAnswerer(setOf(rows.slice(0, upTo), 'float32'), createPlainKernels(), () => 0);
      for (const centred of [true, false]) {
        const question = { kind: 'nearest', terms, metric: 'cosine', ...ask, centred } as const;
        expect(answer(question)).toEqual(whole.answer(question));
      }
    }
  });
});

describe.each([false, true])('rows that became narrow while they came, centred: %s', (centred) => {
  it('are asked about as they are now', () => {
    const rows = relatedRows(300, 12, 5);
    const growing = setOf(rows.slice(0, 200), 'float32');
    const asked = createAnswerer(growing, createPlainKernels(), () => 0);
    const question = (word: number) =>
      ({
        kind: 'nearest',
        terms: [{ word: `w${word}`, weight: 1 }],
        metric: 'cosine',
        count: 20,
        centred,
        exclude: true,
      }) as const;
    asked.answer(question(0));
    growing.store.narrow();
    for (const [i, row] of rows.slice(200).entries()) {
      growing.store.push(row);
      growing.words.push(`w${200 + i}`);
    }
    const fresh = createAnswerer(setOf(rows, 'int8'), createPlainKernels(), () => 0);
    for (let word = 0; word < 300; word += 7) {
      expect(asked.answer(question(word)).hits).toEqual(fresh.answer(question(word)).hits);
    }
  });
});

it('a word alone has neighbours however small its vectors are', () => {
  const rows = relatedRows(40, 6, 3);
  const ask = (size: number) => {
    const set = setOf(
      rows.map((row) => row.map((x) => size * x)),
      'float32',
    );
    const terms = [{ word: 'w3', weight: 1 }];
    const { answer } = createAnswerer(set, createPlainKernels(), () => 0);
    const shared = { metric: 'cosine', count: 5, centred: false, exclude: true } as const;
    return answer({ kind: 'nearest', terms, ...shared }).hits.map(({ index }) => index);
  };
  // A power of two changes no digit.
  expect(ask(2 ** -60)).toEqual(ask(1));
});

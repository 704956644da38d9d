import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { drawFrom } from '../../models/word2vec/draws.ts';
import { chiSquare, chiSquareTail } from './chi-square.ts';
import { aliasColumns, createNoiseTable, drawMore, followDraw, startTally } from './draws.ts';

const COUNTS = [900, 300, 80, 20, 5, 1];
const table = createNoiseTable(COUNTS, 0.75);

describe('followDraw', () => {
  it('draws what the trainer draws from the same state, with the numbers that it goes by', () => {
    const [mine, theirs] = [createRandom(3).state(), createRandom(3).state()];
    for (let i = 0; i < 500; i++) {
      const { word, column, rest, limit, scaled, uniform } = followDraw(mine, table);
      expect(word).toBe(drawFrom(theirs, table));
      expect(scaled).toBeCloseTo(uniform * COUNTS.length, 9);
      expect(column + rest).toBe(scaled);
      expect([column, table.aliases[column]]).toContain(word);
      expect(rest < limit).toBe(word === column && limit > 0);
    }
  });
});

describe('drawMore', () => {
  it('is the same draws in one go or in two', () => {
    const start = startTally(COUNTS.length, 5);
    const whole = drawMore(start, table, 1000);
    expect(drawMore(drawMore(start, table, 300), table, 700)).toEqual(whole);
    expect(start.draws).toBe(0);
    const last = followDraw(whole.before.slice(), table).word;
    expect(whole.seen[last]).toBe((drawMore(start, table, 999).seen[last] ?? 0) + 1);
    expect(whole.seen.reduce((sum, seen) => sum + seen, 0)).toBe(1000);
  });

  it('follows its own distribution, and strays ever farther from another', () => {
    const drawn = drawMore(startTally(COUNTS.length, 1), table, 20_000);
    const { value, freedom } = chiSquare(drawn.seen, table.probabilities);
    expect(chiSquareTail(value, freedom)).toBeGreaterThan(0.001);
    const unigram = createNoiseTable(COUNTS, 1).probabilities;
    const early = drawMore(startTally(COUNTS.length, 1), table, 2000);
    expect(chiSquare(drawn.seen, unigram).value).toBeGreaterThan(5 * chiSquare(early.seen, unigram).value);
  });
});

it('aliasColumns give every word its whole share', () => {
  const shares = new Float64Array(COUNTS.length);
  for (const { own, share, alias } of aliasColumns(table)) {
    shares[own]! += share / COUNTS.length;
    if (alias === null) expect(share).toBeCloseTo(1, 9);
    else shares[alias]! += (1 - share) / COUNTS.length;
  }
  shares.forEach((share, i) => {
    expect(share).toBeCloseTo(table.probabilities[i]!, 9);
  });
});

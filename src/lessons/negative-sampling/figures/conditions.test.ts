import { describe, expect, it } from 'vitest';
import { createNoiseTable } from '../../../instruments/noise/draws.ts';
import { drawUntil, startHistory } from '../../../instruments/noise/history.ts';
import { isSeparated, isToldApart } from './conditions.ts';

const COUNTS = [3000, 800, 200, 50, 10, 3];

/** So many draws with exponent a, as the figure has them. */
function view(exponent: number, draws: number) {
  const table = createNoiseTable(COUNTS, exponent);
  const rivals = {
    own: table.probabilities,
    uniform: createNoiseTable(COUNTS, 0).probabilities,
    unigram: createNoiseTable(COUNTS, 1).probabilities,
  };
  const history = drawUntil(startHistory(table, 1), rivals, draws);
  return { settings: { exponent }, draws: { table, rivals, history } } as never;
}

describe('told apart', () => {
  it('takes many draws near the unigram noise, and does not happen without a difference', () => {
    expect(isToldApart(view(0.9, 100))).toBe(false);
    expect(isToldApart(view(0.9, 20_000))).toBe(true);
    expect(isToldApart(view(1, 20_000))).toBe(false);
    expect(isToldApart(view(0.5, 20_000))).toBe(false);
  });
});

it('separated: by hand, all answers right and sure', () => {
  const rows = (...probabilities: number[]) =>
    ({ rows: probabilities.map((probability, i) => ({ label: i === 0 ? 1 : 0, probability })) }) as never;
  expect(isSeparated({ now: null, learnt: 1 })).toBe(false);
  expect(isSeparated({ now: rows(0.97, 0.02), learnt: 0 })).toBe(false);
  expect(isSeparated({ now: rows(0.97, 0.02, 0.06), learnt: 2 })).toBe(false);
  expect(isSeparated({ now: rows(0.97, 0.02, 0.01), learnt: 2 })).toBe(true);
});

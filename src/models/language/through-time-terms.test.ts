import { expect, it } from 'vitest';
import { DEFAULT_RNN } from '../cells/roles.ts';
import { testNumbers } from '../gradient-check.testkit.ts';
import { type NextSymbolShape, nextSymbolLayout } from './next-symbol.ts';
import { type Kept, sumOverLosses, throughTime } from './through-time.ts';
import { laterTerms, ownTerms } from './through-time-terms.ts';

const shape: NextSymbolShape = { spec: DEFAULT_RNN, vocabulary: 5, hidden: 3, layers: 1 };
const flat = testNumbers(1, nextSymbolLayout(shape).length, 0.8);
const ids = Int32Array.of(3, 1, 4, 1, 0, 2);
const targets = Int32Array.of(1, 4, 1, 0, 2, 3);
const through = throughTime(shape, flat, ids, targets);

const total = (terms: readonly { readonly product: number }[]) =>
  terms.reduce((sum, { product }) => sum + product, 0);
const places = Array.from(ids, (_, step) => [0, 1, 2].map((unit) => [step, unit] as const)).flat();

const all: Kept = () => true;
const fourth: Kept = (loss) => loss === 3;

it.each(places)('step %i, unit %i: its own loss and the step after make the whole gradient', (step, unit) => {
  const own = total(ownTerms(through, flat, step, unit));
  const later = total(laterTerms(through, flat, step, unit, all));
  expect(own + later).toBeCloseTo(sumOverLosses(through, through.reach, step)[unit] ?? Number.NaN, 12);
});

it.each([0, 1, 2])('of one loss, at unit %i, only the step after sends anything to earlier steps', (unit) => {
  const sent = total(laterTerms(through, flat, 1, unit, fourth));
  expect(sent).toBeCloseTo(sumOverLosses(through, through.reach, 1, fourth)[unit] ?? Number.NaN, 12);
});

it('lists the largest terms first, one a token, and nothing after the last step', () => {
  const sizes = ownTerms(through, flat, 2, 1).map(({ product }) => Math.abs(product));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(sizes).toHaveLength(5);
  expect(laterTerms(through, flat, 5, 0, all)).toEqual([]);
});

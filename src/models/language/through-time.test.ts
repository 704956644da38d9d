import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_RNN } from '../cells/roles.ts';
import { expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import { viewSlot } from '../parameters.ts';
import { type NextSymbolShape, nextSymbolLayout } from './next-symbol.ts';
import { reachNorm, recurrentContributions, summedLoss, sumOverLosses, throughTime } from './through-time.ts';

const shape: NextSymbolShape = { spec: DEFAULT_RNN, vocabulary: 5, hidden: 3, layers: 1 };
const flat = testNumbers(1, nextSymbolLayout(shape).length, 0.8);
const ids = Int32Array.of(3, 1, 4, 1, 0, 2);
const targets = Int32Array.of(1, 4, 1, 0, 2, 3);
const through = throughTime(shape, flat, ids, targets);
const { hidden } = shape;
const steps = ids.length;
const block = (values: Float64Array, i: number, j: number) =>
  values.slice((i * steps + j) * hidden, (i * steps + j + 1) * hidden);

describe('throughTime', () => {
  it('sums its losses to the loss of the sentence', () => {
    const sum = through.losses.reduce((total, loss) => total + loss, 0);
    expect(sum).toBeCloseTo(summedLoss(shape, flat, ids, targets), 12);
    through.losses.forEach((loss, t) => {
      expect(loss).toBeCloseTo(-Math.log(through.probabilities[t * 5 + targets[t]!]!), 12);
    });
  });

  it('never reaches the future', () => {
    for (let j = 0; j < steps; j++) {
      for (let i = 0; i < j; i++) expect([...block(through.reach, i, j)]).toEqual([0, 0, 0]);
    }
  });

  it('refuses a cell or a depth that it does not take apart', () => {
    expect(() => throughTime({ ...shape, layers: 2 }, flat, ids, targets)).toThrow(RangeError);
    expect(() => throughTime({ ...shape, spec: DEFAULT_GRU }, flat, ids, targets)).toThrow(RangeError);
  });
});

describe('sumOverLosses', () => {
  it('is the column sum of the triangle', () => {
    const sum = sumOverLosses(through, through.reach, 2);
    for (let k = 0; k < hidden; k++) {
      const column = Array.from({ length: steps }, (_, i) => block(through.reach, i, 2)[k]!);
      expect(sum[k]).toBeCloseTo(
        column.reduce((total, value) => total + value, 0),
        12,
      );
    }
    expect([...sumOverLosses(through, through.reach, 2, (loss) => loss === 4)]).toEqual([
      ...block(through.reach, 4, 2),
    ]);
  });

  it('reachNorm is the length of one of its terms', () => {
    expect(reachNorm(through, 4, 2)).toBeCloseTo(Math.hypot(...block(through.reach, 4, 2)), 14);
    expect(reachNorm(through, 2, 4)).toBe(0);
  });
});

describe('recurrentContributions', () => {
  it('sum to the gradient of W_aa, which central differences confirm', () => {
    const parts = recurrentContributions(through);
    const size = hidden * hidden;
    const total = Float64Array.from({ length: size }, (_, w) =>
      Array.from({ length: steps }, (_, j) => parts[j * size + w]!).reduce((sum, part) => sum + part, 0),
    );
    const moved = flat.slice();
    const weights = viewSlot(nextSymbolLayout(shape), moved, 'layers.0.recurrentWeights');
    expectGradient(() => summedLoss(shape, moved, ids, targets), weights, total);
    expect([...parts.slice(0, size)]).toEqual(new Array(size).fill(0));
  });
});

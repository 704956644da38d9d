import { describe, expect, it } from 'vitest';
import { numericGradient } from '../../models/gradient-check.testkit.ts';
import { viewNextSymbol } from '../../models/language/next-symbol.ts';
import {
  agreeingDigits,
  checkWeight,
  differenceCurve,
  gradientOf,
  lossOf,
  MATRICES,
  matrixView,
  roundingError,
} from './check.ts';
import { testReading } from './reading.testkit.ts';

const reading = testReading();
const { network, through } = reading;
const full = gradientOf(reading, { kind: 'none', length: 1 });

describe('matrixView', () => {
  it('finds every weight where the equations have it', () => {
    const { layers, head } = viewNextSymbol(network.shape, network.parameters);
    const at = (id: (typeof MATRICES)[number], row: number, column: number) =>
      network.parameters[matrixView(reading, id).index(row, column)];
    // W_aa[2, 0]: from unit 1 to unit 3; the model's row is the unit that is read.
    expect(at('recurrent', 2, 0)).toBe(layers[0]?.recurrentWeights[2]);
    expect(at('bias', 0, 1)).toBe(layers[0]?.bias[1]);
    expect(at('head', 1, 4)).toBe(head.weights[6 + 4]);
    expect(at('head-bias', 0, 5)).toBe(head.bias[5]);
    const { columnIds } = matrixView(reading, 'input');
    expect(at('input', 1, 2)).toBe(layers[0]?.inputWeights[(columnIds[2] ?? 0) * 3 + 1]);
  });

  it('shows the characters that the sentence reads, and the others have no gradient', () => {
    const { columnIds } = matrixView(reading, 'input');
    expect([...columnIds].sort()).toEqual([...new Set(through.ids)].sort());
    const gradients = viewNextSymbol(network.shape, full).layers[0]?.inputWeights ?? new Float64Array(0);
    const silent = [0, 1, 2, 3, 4, 5].filter((id) => !columnIds.includes(id));
    expect(silent.length).toBeGreaterThan(0);
    for (const id of silent) expect([...gradients.subarray(id * 3, id * 3 + 3)]).toEqual([0, 0, 0]);
  });
});

describe('checkWeight', () => {
  it('agrees with an independent numeric gradient, for a weight of every matrix', () => {
    const moved = network.parameters.slice();
    const numeric = numericGradient(() => lossOf(reading)(moved), moved);
    for (const id of MATRICES) {
      const index = matrixView(reading, id).index(0, 1);
      const checked = checkWeight(reading, full, index, 1e-5);
      expect(checked.numeric).toBe(numeric[index]);
      expect(checked.relative).toBeLessThan(1e-7);
      expect((checked.above - checked.below) / 2e-5).toBe(checked.numeric);
    }
  });

  it('finds a truncated gradient wrong at every step size', () => {
    const index = matrixView(reading, 'recurrent').index(0, 1);
    const short = gradientOf(reading, { kind: 'window', length: 1 });
    const errors = differenceCurve(reading, short, index).filter(({ x }) => x > 1e-9 && x < 1e-2);
    for (const { y } of errors) expect(y).toBeGreaterThan(1e-3);
  });
});

it('differenceCurve is lowest in the middle: a curved loss on one side, rounding on the other', () => {
  const index = matrixView(reading, 'recurrent').index(0, 1);
  const curve = differenceCurve(reading, full, index);
  const at = (x: number) => curve.find((point) => Math.abs(Math.log10(point.x / x)) < 0.01)?.y ?? Number.NaN;
  expect(at(1e-5)).toBeLessThan(at(1e-1));
  expect(at(1e-5)).toBeLessThan(at(1e-12));
  // Ten times the step, a hundred times the error.
  expect(at(1e-1) / at(1e-2)).toBeGreaterThan(60);
  expect(at(1e-1) / at(1e-2)).toBeLessThan(160);
});

it('says about how many digits agree', () => {
  expect([3e-9, 0.5, 0, 2].map(agreeingDigits)).toEqual([8, 0, 16, 0]);
  expect(roundingError(2, 0.5, 1e-5)).toBeCloseTo(2 ** -53 * 4e5, 20);
});

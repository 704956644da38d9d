import { describe, expect, it } from 'vitest';
import { zeroCell } from '../cells/parameters.ts';
import { backwardSequence, forwardSequence } from '../cells/sequence.ts';
import { centralDifference, relativeDifference } from '../finite-difference.ts';
import { descend, type OneUnit, type UnitParameters, unitLoss, unitStates } from './one-unit.ts';

const UNIT: OneUnit = { activation: 'tanh', start: 0.5, steps: 50, target: 0.7 };
const PLACES: readonly UnitParameters[] = [
  { weight: 1.8, bias: 0.2 },
  { weight: 1.3, bias: -0.05 },
  { weight: -0.7, bias: 0.4 },
  { weight: 2.4, bias: -0.646 },
];

/** The same unit as a cell of the reference, without input. */
function asCell({ activation, start, steps, target }: OneUnit, { weight, bias }: UnitParameters) {
  const spec = { kind: 'rnn', activation } as const;
  const shape = { inputs: 1, hidden: 1 };
  const parameters = zeroCell(spec, shape);
  parameters.recurrentWeights[0] = weight;
  parameters.bias[0] = bias;
  const initial = { hidden: Float64Array.of(start), cell: new Float64Array() };
  const input = { form: 'dense', values: new Float64Array(steps) } as const;
  const trace = forwardSequence(spec, shape, parameters, input, { steps, batch: 1 }, { initial });
  const end = trace.final.hidden[0] ?? Number.NaN;
  const gradients = backwardSequence(trace, parameters, {
    finalHidden: Float64Array.of(2 * (end - target)),
  });
  return { states: trace.values.hidden, loss: (end - target) ** 2, gradients: gradients.parameters };
}

describe('unitLoss', () => {
  it.each(PLACES)('is what the recurrent cell computes at %j', (place) => {
    for (const unit of [UNIT, { ...UNIT, steps: 3, activation: 'linear' } as const]) {
      const cell = asCell(unit, place);
      const { loss, gradient } = unitLoss(unit, place);
      expect([...unitStates(unit, place).subarray(1)]).toEqual([...(cell.states ?? [])]);
      expect(loss).toBe(cell.loss);
      expect(gradient.weight).toBeCloseTo(cell.gradients.recurrentWeights[0] ?? Number.NaN, 8);
      expect(gradient.bias).toBeCloseTo(cell.gradients.bias[0] ?? Number.NaN, 8);
    }
  });

  it.each(PLACES.slice(0, 3))('has the derivative of its loss for gradient at %j', (place) => {
    const loss = ([weight = 0, bias = 0]: Float64Array) => unitLoss(UNIT, { weight, bias }).loss;
    const at = Float64Array.of(place.weight, place.bias);
    const { gradient } = unitLoss(UNIT, place);
    expect(relativeDifference(centralDifference(loss, at, 0, 1e-6), gradient.weight)).toBeLessThan(1e-6);
    expect(relativeDifference(centralDifference(loss, at, 1, 1e-6), gradient.bias)).toBeLessThan(1e-6);
  });

  it('has a wall: from one side of it to the other the loss leaps, within a hair', () => {
    // The state that repels: a = tanh(w a + b) at a = 0.5. A start just above it goes up, just below it goes down.
    const weight = 2.4;
    const bias = Math.atanh(0.5) - weight * 0.5;
    const above = unitLoss(UNIT, { weight, bias: bias + 1e-6 });
    const below = unitLoss(UNIT, { weight, bias: bias - 1e-6 });
    expect(below.loss - above.loss).toBeGreaterThan(2);
    // On the wall itself one step back multiplies by w(1 − a²) = 1.8, fifty times.
    const { gradient } = unitLoss(UNIT, { weight, bias });
    expect(Math.hypot(gradient.weight, gradient.bias)).toBeGreaterThan(1e6);
  });
});

describe('descend', () => {
  const options = { from: { weight: 1.8, bias: 0.2 }, learningRate: 0.3, updates: 60 };

  it('takes steps of −η g, and of η · threshold where the gradient is longer', () => {
    const points = descend(UNIT, { ...options, clip: 1 });
    expect(points).toHaveLength(61);
    points.slice(0, -1).forEach((point, i) => {
      const next = points[i + 1];
      const moved = [(next?.weight ?? 0) - point.weight, (next?.bias ?? 0) - point.bias] as const;
      expect(Math.hypot(...moved)).toBeCloseTo(0.3 * Math.min(1, point.norm), 6);
      // Clipping changes the length, never the direction.
      const cross = moved[0] * point.gradient.bias - moved[1] * point.gradient.weight;
      expect(Math.abs(cross)).toBeLessThan(1e-12 * (1 + point.norm ** 2));
      expect(moved[0] * point.gradient.weight + moved[1] * point.gradient.bias).toBeLessThanOrEqual(0);
    });
  });

  it('goes on into overflow: a linear unit without clipping ends in NaN, with it near the target', () => {
    const linear: OneUnit = { ...UNIT, activation: 'linear' };
    const wild = { from: { weight: 1.1, bias: 0 }, learningRate: 0.01, updates: 60 };
    const losses = descend(linear, { ...wild, clip: null }).map(({ loss }) => loss);
    expect(losses).toContain(Number.POSITIVE_INFINITY);
    expect(losses.at(-1)).toBeNaN();
    expect(descend(linear, { ...wild, clip: 1 }).every(({ loss }) => Number.isFinite(loss))).toBe(true);
  });
});

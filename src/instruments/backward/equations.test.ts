import { describe, expect, it } from 'vitest';
import { cellParameterCount } from '../../models/cells/parameters.ts';
import { relativeDifference } from '../../models/finite-difference.ts';
import { checkEquation, EQUATION_IDS, EQUATIONS } from './equations.ts';
import { createStepCase, passStep } from './step-case.ts';
import { evaluate } from './values.ts';

const CASES = [
  [2, 1, false],
  [3, 7, false],
  [2, 5, true],
  [3, 11, true],
] as const;

describe.each(CASES)('backward equations, n_a = %d, seed %d, peepholes %s', (hidden, seed, peepholes) => {
  const step = createStepCase(hidden, seed, peepholes);
  const values = { step, pass: passStep(step) };

  it.each(EQUATION_IDS)('%s: its arithmetic gives what the backward pass computed', (id) => {
    for (const { target, products } of EQUATIONS[id](values)) {
      expect(evaluate(products), JSON.stringify(target)).toBeCloseTo(target.value, 12);
    }
  });

  it.each(EQUATION_IDS)('%s: agrees with finite differences of the forward pass', (id) => {
    const entries = checkEquation(values, id);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.some(({ analytic }) => Math.abs(analytic) > 1e-3)).toBe(true);
    for (const { analytic, numeric, target } of entries) {
      const wrong = Math.min(relativeDifference(analytic, numeric), Math.abs(analytic - numeric) * 1e3);
      expect(wrong, JSON.stringify({ target, numeric })).toBeLessThan(1e-6);
    }
  });

  it('covers every parameter once', () => {
    const places = EQUATIONS.weights(values).map(({ place }) => JSON.stringify(place));
    expect(new Set(places).size).toBe(places.length);
    expect(places).toHaveLength(cellParameterCount(step.spec, step.shape));
  });
});

describe('createStepCase', () => {
  it('gives the same given numbers and weights with and without peepholes', () => {
    const [plain, peeping] = [createStepCase(3, 4, false), createStepCase(3, 4, true)];
    expect(peeping.given).toEqual(plain.given);
    expect(peeping.parameters.inputWeights).toEqual(plain.parameters.inputWeights);
    expect(peeping.parameters.recurrentWeights).toEqual(plain.parameters.recurrentWeights);
    expect(peeping.parameters.peepholes.length).toBe(9);
  });

  it('is another cell for another seed', () => {
    expect(createStepCase(2, 1, false).given).not.toEqual(createStepCase(2, 2, false).given);
  });
});

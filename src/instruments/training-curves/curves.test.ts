import { describe, expect, it } from 'vitest';
import { fallbackState } from '../../url/fragment.ts';
import { bestOf, type CurveRun, plotRun, readRun, stepAt } from './curves.ts';
import { CURVE_TABLE } from './settings.ts';

const settings = { ...fallbackState(CURVE_TABLE), window: 1 };
const steps = Float64Array.of(1, 2, 4, 8);
const run: CurveRun = {
  id: 'a',
  name: 'A',
  look: 0,
  curve: {
    length: 4,
    steps,
    loss: Float64Array.of(3, 2, 1, Math.LN2),
    gradientNorm: Float64Array.of(9, 8, 7, 6),
    accuracy: new Float64Array(4),
  },
  heldOut: [
    { step: 0, loss: 3.5 },
    { step: 4, loss: 1.5 },
    { step: 8, loss: 1.6 },
  ],
  clock: { steps: [2, 8], seconds: [1, 4] },
};

describe('a run on its axes', () => {
  it('loss against steps, as it is', () => {
    const { raw, smooth, measured, norm } = plotRun(run, settings);
    expect([raw.x, raw.y]).toEqual([steps, run.curve.loss]);
    expect([...smooth.y]).toEqual([...run.curve.loss]);
    expect([[...measured.x], [...measured.y]]).toEqual([
      [0, 4, 8],
      [3.5, 1.5, 1.6],
    ]);
    expect([...norm.y]).toEqual([9, 8, 7, 6]);
  });

  it('perplexity is e to the loss, averaged before', () => {
    const { raw, smooth, measured } = plotRun(run, { ...settings, quantity: 'perplexity', window: 2 });
    expect(raw.y[3]).toBeCloseTo(2, 12);
    expect(smooth.y[1]).toBeCloseTo(Math.exp((2 / 2 + 3 / 4) / (3 / 4)), 12);
    expect(measured.y[0]).toBeCloseTo(Math.exp(3.5), 12);
  });

  it('against time, on its own clock', () => {
    const { raw, measured } = plotRun(run, { ...settings, against: 'time' });
    expect([...raw.x]).toEqual([0.5, 1, 2, 4]);
    expect([...measured.x]).toEqual([0, 2, 4]);
  });
});

describe('reading a run', () => {
  it('at its end, or at the step nearest to where one points', () => {
    expect(readRun(run, null, 1)).toEqual({
      step: 8,
      seconds: 4,
      loss: Math.LN2,
      norm: 6,
      heldOut: { step: 8, loss: 1.6 },
    });
    expect(readRun(run, 4.9, 1)).toMatchObject({ step: 4, seconds: 2, loss: 1, heldOut: { step: 4 } });
  });

  it('says nothing of a run without a step', () => {
    const empty = { ...run.curve, length: 0, steps: new Float64Array(0) };
    expect(readRun({ ...run, curve: empty }, null, 1)).toBeNull();
  });

  it('finds the step of a moment', () => {
    expect(stepAt(run, 2.1, 'time')).toBe(4);
    expect(stepAt(run, 2.1, 'step')).toBe(2.1);
  });
});

it('knows the best measurement, the first of equal ones', () => {
  expect(bestOf(run.heldOut)).toEqual({ step: 4, loss: 1.5 });
  expect(bestOf([])).toBeNull();
  expect(
    bestOf([
      { step: 1, loss: 2 },
      { step: 2, loss: 2 },
    ])?.step,
  ).toBe(1);
});

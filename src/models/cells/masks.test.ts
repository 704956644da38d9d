import { describe, expect, it } from 'vitest';
import { expectGradient } from '../gradient-check.testkit.ts';
import { cellCase, lossWeights, runCase, traceLoss, VARIANTS } from './cells.testkit.ts';
import { lane } from './lanes.ts';
import { maskOfLengths } from './masks.ts';
import { backwardSequence, forwardSequence } from './sequence.ts';

const HOLES = Uint8Array.of(1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1);

describe.each(VARIANTS)('%s with steps left out', (_name, spec) => {
  it.each([false, true])('every gradient agrees with central differences, reverse %s', (reverse) => {
    const subject = cellCase(spec);
    const weights = lossWeights(subject);
    const run = () => runCase(subject, { reverse, mask: HOLES });
    const loss = () => traceLoss(run(), weights);
    const gradients = backwardSequence(run(), subject.parameters, weights);
    for (const name of ['inputWeights', 'recurrentWeights', 'bias', 'recurrentBias', 'peepholes'] as const) {
      expectGradient(loss, subject.parameters[name], gradients.parameters[name]);
    }
    expectGradient(loss, subject.input.values, gradients.input ?? new Float64Array(0));
    expectGradient(loss, subject.initial.hidden, gradients.initial.hidden);
    expectGradient(loss, subject.initial.cell, gradients.initial.cell);
  });

  it.each([false, true])('a short sequence is as if it stood alone, reverse %s', (reverse) => {
    const subject = cellCase(spec);
    const { inputs, hidden } = subject.shape;
    const { batch, steps } = subject.size;
    const lengths = [4, 2, 0];
    const all = runCase(subject, { reverse, mask: maskOfLengths(lengths, steps) });
    lengths.forEach((length, b) => {
      const row = (values: Float64Array, stride: number) =>
        values.filter((_, i) => Math.floor(i / stride) % batch === b);
      const alone = forwardSequence(
        spec,
        subject.shape,
        subject.parameters,
        { form: 'dense', values: row(subject.input.values, inputs).slice(0, length * inputs) },
        { steps: length, batch: 1 },
        {
          reverse,
          initial: { hidden: row(subject.initial.hidden, hidden), cell: row(subject.initial.cell, hidden) },
        },
      );
      expect(row(all.final.hidden, hidden)).toEqual(alone.final.hidden);
      expect(row(all.final.cell, hidden)).toEqual(alone.final.cell);
      expect(row(lane(all.values, 'hidden'), hidden).slice(0, length * hidden)).toEqual(alone.values.hidden);
    });
  });

  it('a mask of ones changes nothing', () => {
    const subject = cellCase(spec);
    const masked = runCase(subject, { mask: new Uint8Array(12).fill(1) });
    expect(masked.values).toEqual(runCase(subject).values);
  });
});

describe('maskOfLengths', () => {
  it('computes the first steps of each column', () => {
    expect(maskOfLengths([2, 0, 3], 3)).toEqual(Uint8Array.of(1, 0, 1, 1, 0, 1, 0, 0, 1));
  });

  it.each([-1, 4, 1.5, Number.NaN])('refuses a length of %s', (length) => {
    expect(() => maskOfLengths([length], 3)).toThrow(RangeError);
  });
});

it('refuses a mask of another size', () => {
  const [, spec] = VARIANTS[0]!;
  expect(() => runCase(cellCase(spec), { mask: new Uint8Array(11) })).toThrow(/mask: expected 12/);
});

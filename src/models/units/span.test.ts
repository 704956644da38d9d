import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import { initialiseNextSymbol, type NextSymbolShape } from '../language/next-symbol.ts';
import { createRandom } from '../random.ts';
import type { PassageReading } from './passage.ts';
import { readPassage } from './read-passage.ts';
import { expectedAt, meanBits, surprise, traceSpan } from './span.ts';

const ids = Int32Array.from({ length: 60 }, (_, t) => (t * t + 3) % 7);

function read(shape: NextSymbolShape): PassageReading {
  const parameters = initialiseNextSymbol(shape, createRandom(3), { forgetBias: 1 }).map(
    (value) => 2 * value,
  );
  const steps = readPassage(shape, parameters, ids);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { tokens: Array.from(ids, String), ids, step: 0, parameters, ...step.value };
}

describe.each([
  ['LSTM', DEFAULT_LSTM],
  ['LSTM with peepholes', { ...DEFAULT_LSTM, peepholes: true }],
  ['GRU', DEFAULT_GRU],
  ['RNN', DEFAULT_RNN],
] as const)('a span of %s, two layers', (_name, spec) => {
  const shape: NextSymbolShape = { spec, vocabulary: 7, hidden: 5, layers: 2 };
  const reading = read(shape);

  it.each([
    [0, 20, 36],
    [1, 20, 36],
    [1, 0, 7],
    [0, 59, 60],
  ])('layer %i from %i to %i says what the passage says there', (layer, from, to) => {
    const { values } = traceSpan(shape, reading, { layer, from, to });
    const passage = reading.layers[layer];
    const rows = (all: Float32Array | undefined) => [...(all ?? []).slice(from * 5, to * 5)];
    const near = (found: Float64Array | undefined, expected: readonly number[]) => {
      expect(found).toHaveLength(expected.length);
      expected.forEach((value, i) => {
        expect(found?.[i]).toBeCloseTo(value, 5);
      });
    };
    near(values.hidden, rows(passage?.hidden));
    if (spec.kind === 'lstm') near(values.cell, rows(passage?.cell));
  });

  it('expects a token as the reading says that it was foretold', () => {
    for (const t of [1, 30, 59]) {
      const expected = expectedAt(shape, reading, t);
      expect(Math.log(expected?.[ids[t] ?? 0] ?? 0)).toBeCloseTo(reading.logProbabilities[t] ?? 0, 4);
    }
    expect(expectedAt(shape, reading, 0)).toBeNull();
  });
});

it('a fair coin is one bit of surprise; the first token is none', () => {
  const bits = surprise({ logProbabilities: Float32Array.of(Number.NaN, Math.log(0.5), Math.log(0.125)) });
  expect([...bits]).toEqual([Number.NaN, 1, 3]);
  expect(meanBits(bits)).toBe(2);
  expect(meanBits(Float32Array.of(Number.NaN))).toBeNaN();
});

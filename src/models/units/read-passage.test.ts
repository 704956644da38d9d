import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../cells/roles.ts';
import {
  evaluateNextSymbol,
  initialiseNextSymbol,
  type NextSymbolShape,
  zeroStates,
} from '../language/next-symbol.ts';
import { createRandom } from '../random.ts';
import { readPassage } from './read-passage.ts';

/** Longer than a part, and not a whole number of parts. */
const ids = Int32Array.from({ length: 75 }, (_, t) => (t * t + 3) % 7);

function readAll(shape: NextSymbolShape, flat: Float64Array) {
  const reading = readPassage(shape, flat, ids);
  const done: number[] = [];
  for (;;) {
    const part = reading.next();
    if (part.done) return { ...part.value, done };
    done.push(part.value);
  }
}

describe.each([
  ['LSTM', DEFAULT_LSTM],
  ['GRU', DEFAULT_GRU],
] as const)('readPassage, %s of two layers', (_name, spec) => {
  const shape: NextSymbolShape = { spec, vocabulary: 7, hidden: 5, layers: 2 };
  const flat = initialiseNextSymbol(shape, createRandom(3), { forgetBias: 1 });

  it('says how far it is, and foretells what the reference foretells from one piece', () => {
    const { done, logProbabilities } = readAll(shape, flat);
    expect(done.at(-1)).toBe(75);
    expect(done.length).toBeGreaterThan(1);
    expect(logProbabilities[0]).toBeNaN();
    const batch = { ids: ids.subarray(0, 74), targets: ids.subarray(1) };
    const { loss } = evaluateNextSymbol(shape, flat, batch, zeroStates(shape, 1));
    const mean = -logProbabilities.subarray(1).reduce((sum, p) => sum + p, 0) / 74;
    expect(mean).toBeCloseTo(loss, 5);
  });

  it('ends where the reference ends', () => {
    const { layers } = readAll(shape, flat);
    const { states } = evaluateNextSymbol(shape, flat, { ids, targets: ids }, zeroStates(shape, 1));
    layers.forEach(({ hidden, cell }, layer) => {
      states[layer]?.hidden.forEach((value, unit) => {
        expect(hidden[74 * 5 + unit]).toBeCloseTo(value, 6);
      });
      expect(cell).toHaveLength(spec.kind === 'lstm' ? 75 * 5 : 0);
      if (cell.length > 0) expect(cell[74 * 5]).toBeCloseTo(states[layer]?.cell[0] ?? Number.NaN, 6);
    });
  });
});

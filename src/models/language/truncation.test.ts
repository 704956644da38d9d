import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RNN } from '../cells/roles.ts';
import { expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import { viewSlot } from '../parameters.ts';
import { type NextSymbolShape, nextSymbolLayout } from './next-symbol.ts';
import { recurrentContributions, summedLoss, throughTime } from './through-time.ts';
import { compareGradients, keeps, truncatedGradient } from './truncation.ts';

const shape: NextSymbolShape = { spec: DEFAULT_RNN, vocabulary: 5, hidden: 3, layers: 1 };
const layout = nextSymbolLayout(shape);
const flat = testNumbers(1, layout.length, 0.8);
const ids = Int32Array.of(3, 1, 4, 1, 0, 2, 2);
const targets = Int32Array.of(1, 4, 1, 0, 2, 2, 0);
const gradient = (kind: 'none' | 'window' | 'chunks', length: number) =>
  truncatedGradient(shape, flat, ids, targets, { kind, length });

describe('truncatedGradient', () => {
  it('without truncation is the gradient of the summed loss', () => {
    const moved = flat.slice();
    expectGradient(() => summedLoss(shape, moved, ids, targets), moved, gradient('none', 1));
  });

  it('keeps exactly the terms that the rule keeps: the sum over them, found another way', () => {
    const through = throughTime(shape, flat, ids, targets);
    fc.assert(
      fc.property(
        fc.constantFrom('window' as const, 'chunks' as const),
        fc.integer({ min: 1, max: 9 }),
        (kind, length) => {
          const parts = recurrentContributions(through, keeps({ kind, length }));
          const found = viewSlot(layout, gradient(kind, length), 'layers.0.recurrentWeights');
          found.forEach((value, w) => {
            let sum = 0;
            for (let j = 0; j < ids.length; j++) sum += parts[j * 9 + w]!;
            expect(value).toBeCloseTo(sum, 12);
          });
        },
      ),
    );
  });

  it('is the full gradient once k covers the sentence, and is not before', () => {
    const full = gradient('none', 1);
    for (const kind of ['window', 'chunks'] as const) {
      expect(compareGradients(full, gradient(kind, ids.length)).relative).toBeLessThan(1e-12);
      expect(compareGradients(full, gradient(kind, 1)).relative).toBeGreaterThan(1e-3);
    }
  });
});

describe('keeps', () => {
  it('a window is a band, chunks are blocks, the future is never reached', () => {
    expect([keeps({ kind: 'window', length: 2 })(4, 3), keeps({ kind: 'window', length: 2 })(4, 2)]).toEqual([
      true,
      false,
    ]);
    expect([keeps({ kind: 'chunks', length: 2 })(3, 2), keeps({ kind: 'chunks', length: 2 })(2, 1)]).toEqual([
      true,
      false,
    ]);
    expect(keeps({ kind: 'none', length: 1 })(1, 2)).toBe(false);
  });
});

describe('compareGradients', () => {
  it('measures length and direction', () => {
    const found = compareGradients(Float64Array.of(3, 4), Float64Array.of(4, -3));
    expect(found).toEqual({ fullNorm: 5, partNorm: 5, cosine: 0, relative: Math.SQRT2 });
    expect(compareGradients(Float64Array.of(3, 4), Float64Array.of(0, 0)).cosine).toBeNaN();
  });
});

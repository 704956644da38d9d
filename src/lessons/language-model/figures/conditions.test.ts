import { describe, expect, it } from 'vitest';
import type { ChainRow } from '../../../instruments/ngrams/chain.ts';
import type { References } from '../../../instruments/ngrams/reference.ts';
import { shapeView } from '../../../instruments/ngrams/ShapeFigure.tsx';
import { CHAIN_DEFAULTS } from '../../../instruments/ngrams/settings.ts';
import { SHAPE_TABLE, type ShapeSettings } from '../../../instruments/ngrams/shape-settings.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { hasTurned, isBelowThree, isUnseen, isWorse } from './conditions.ts';

describe('isUnseen', () => {
  const rows = (...found: readonly (readonly [number, boolean])[]) =>
    found.map(([probability, known]) => ({ probability, known }) as ChainRow);
  const none = { ...CHAIN_DEFAULTS, smoothing: 'none' } as const;

  it('wants a zero among known words, without smoothing', () => {
    expect(isUnseen({ settings: none, rows: rows([0.5, true], [0, true]) })).toBe(true);
    expect(isUnseen({ settings: none, rows: rows([0.5, true], [Number.NaN, true]) })).toBe(true);
    expect(isUnseen({ settings: none, rows: rows([0.5, true], [0, false]) })).toBe(false);
    expect(isUnseen({ settings: none, rows: rows([0.5, true]) })).toBe(false);
    expect(isUnseen({ settings: none, rows: [] })).toBe(false);
    expect(isUnseen({ settings: CHAIN_DEFAULTS, rows: rows([0, true]) })).toBe(false);
  });
});

describe('isWorse', () => {
  const worse = (part: Partial<ShapeSettings>) =>
    isWorse(shapeView({ ...fallbackState(SHAPE_TABLE), ...part }));

  it('does not hold as the figure opens, nor for what is about right', () => {
    expect(worse({})).toBe(false);
    for (const confidence of [1, 2]) expect(worse({ confidence })).toBe(false);
  });

  it('can be met by being sure of the wrong words, and not by ruling one out', () => {
    expect(worse({ belief: 'wrong', confidence: 2 })).toBe(true);
    expect(worse({ belief: 'wrong', confidence: 0.2 })).toBe(false);
    expect(worse({ belief: 'hand', weights: [[0], [50]], size: 2 })).toBe(false);
  });
});

describe('the network', () => {
  const references = {
    models: [
      { order: 3, smoothing: 'add-k', loss: 1 },
      { order: 3, smoothing: 'kneser-ney', loss: 2 },
      { order: 4, smoothing: 'kneser-ney', loss: 3 },
    ],
  } as unknown as References;

  it('is below n = 3 by its last measurement', () => {
    expect(isBelowThree(references, [{ step: 0, loss: 4 }])).toBe(false);
    expect(
      isBelowThree(references, [
        { step: 0, loss: 4 },
        { step: 50, loss: 1.9 },
      ]),
    ).toBe(true);
    expect(
      isBelowThree(references, [
        { step: 0, loss: 1.9 },
        { step: 50, loss: 2.1 },
      ]),
    ).toBe(false);
    expect(isBelowThree(null, [{ step: 0, loss: 0 }])).toBe(false);
    expect(isBelowThree(references, [])).toBe(false);
  });

  it('has turned when it was clearly better before', () => {
    expect(hasTurned([])).toBe(false);
    expect(hasTurned([4, 3, 2.5, 2.6].map((loss, step) => ({ step, loss })))).toBe(false);
    expect(hasTurned([4, 3, 2.5, 2.8].map((loss, step) => ({ step, loss })))).toBe(true);
  });
});

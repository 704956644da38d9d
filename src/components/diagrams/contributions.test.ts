import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../../models/cells/operands.ts';
import { sortContributions } from './contributions.ts';

const term = (product: number, source: Term['source'] = 'hidden', index = 0): Term => ({
  source,
  index,
  value: product,
  weight: 1,
  product,
  parameterIndex: index,
});

describe('sortContributions', () => {
  it('puts the largest first whatever their sign, and the bias apart', () => {
    const { top, biases } = sortContributions([term(0.1), term(-2), term(9, 'bias'), term(1, 'input')], 5);
    expect(top.map(({ product }) => product)).toEqual([-2, 1, 0.1]);
    expect(biases.map(({ product }) => product)).toEqual([9]);
  });

  it('does not hide a single term behind a sum', () => {
    expect(
      sortContributions(
        [1, 2, 3].map((p) => term(p)),
        2,
      ).rest,
    ).toEqual([]);
    expect(
      sortContributions(
        [1, 2, 3, 4].map((p) => term(p)),
        2,
      ).rest,
    ).toHaveLength(2);
  });

  it('loses nothing: the parts sum to z', () => {
    const products = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(products, fc.integer({ min: 1, max: 6 }), (values, shown) => {
        const parts = sortContributions([...values.map((p) => term(p)), term(0.5, 'bias')], shown);
        const sum = [...parts.top, ...parts.biases].reduce((s, { product }) => s + product, parts.restSum);
        expect(sum).toBeCloseTo(
          values.reduce((s, p) => s + p, 0.5),
          9,
        );
      }),
    );
  });
});

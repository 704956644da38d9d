import { expect, it } from 'vitest';
import { usesNotation } from './notation.ts';

it.each(['\\Gu', '\\hid{t}', 'x + \\yhat{t}', '\\Wu[\\cdot]', '\\bu_2'])(
  '%s differs between notations',
  (tex) => {
    expect(usesNotation(tex)).toBe(true);
  },
);

it.each(['\\Gamma_u', '\\cellar', '\\inpt', 'a^{t}', '\\term{cell}{c}'])('%s does not', (tex) => {
  expect(usesNotation(tex)).toBe(false);
});

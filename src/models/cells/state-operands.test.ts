import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellCase, runCase, VARIANTS } from './cells.testkit.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN, hasCell } from './roles.ts';
import { stateOperands } from './state-operands.ts';

const place = { step: 2, batch: 1, unit: 3 };
const shapeOf = (operands: ReturnType<typeof stateOperands>) =>
  operands.terms.map(({ factors }) => factors.map(({ lane, when, form }) => `${lane} ${when} ${form}`));

describe.each(VARIANTS)('%s: state operands', (_name, spec) => {
  it.each([false, true])('give the lane’s value (reverse %s)', (reverse) => {
    const anywhere = fc.record({ step: fc.nat(3), batch: fc.nat(2), unit: fc.nat(4) });
    fc.assert(
      fc.property(fc.nat(1000), anywhere, (seed, where) => {
        const trace = runCase(cellCase(spec, undefined, undefined, seed), { reverse });
        for (const role of hasCell(spec) ? (['cell', 'hidden'] as const) : (['hidden'] as const)) {
          const found = stateOperands(trace, { ...where, role });
          expect(Math.abs(found.computed - found.value)).toBeLessThan(1e-14);
          expect(found.held).toBe(false);
          for (const { factors, product } of found.terms) {
            expect(product).toBe(factors.reduce((result, { value }) => result * value, 1));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('state operands', () => {
  it('spell out each equation', () => {
    const operands = (spec: Parameters<typeof cellCase>[0], role: 'cell' | 'hidden') =>
      shapeOf(stateOperands(runCase(cellCase(spec)), { ...place, role }));
    expect(operands(DEFAULT_LSTM, 'cell')).toEqual([
      ['forget now value', 'cell previous value'],
      ['update now value', 'candidate now value'],
    ]);
    expect(operands(DEFAULT_LSTM, 'hidden')).toEqual([['output now value', 'cell now activated']]);
    expect(operands(DEFAULT_GRU, 'hidden')).toEqual([
      ['update now value', 'candidate now value'],
      ['update now one-minus', 'hidden previous value'],
    ]);
    expect(operands({ ...DEFAULT_GRU, update: 'keeps' }, 'hidden')).toEqual([
      ['update now one-minus', 'candidate now value'],
      ['update now value', 'hidden previous value'],
    ]);
    expect(operands(DEFAULT_RNN, 'hidden')).toEqual([['candidate now value']]);
  });

  it('name the activation that the cell goes through, and keep the cell’s own value', () => {
    const trace = runCase(cellCase({ ...DEFAULT_LSTM, output: 'linear' }));
    const [, cell] = stateOperands(trace, { ...place, role: 'hidden' }).terms[0]?.factors ?? [];
    expect(cell).toMatchObject({ activation: 'linear' });
    expect(cell?.value).toBe(cell?.operand);
  });

  it('tell the held value from the computed one', () => {
    const subject = cellCase(DEFAULT_LSTM);
    const free = stateOperands(runCase(subject), { ...place, role: 'cell' });
    const holds = [{ role: 'cell' as const, step: 2, unit: 3, value: 5 }];
    const held = stateOperands(runCase(subject, { holds }), { ...place, role: 'cell' });
    expect([held.held, held.value, held.computed]).toEqual([true, 5, free.computed]);
  });

  it('only the LSTM has a cell', () => {
    expect(() => stateOperands(runCase(cellCase(DEFAULT_GRU)), { ...place, role: 'cell' })).toThrow(
      'no cell lane',
    );
  });
});

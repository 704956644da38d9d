import type { StackedMatricesProps } from '../../components/diagrams/StackedMatrices.tsx';
import type { StackedStep } from './stacked.ts';

/** Names and sizes of the blocks, in the reader's letters (a or h). */
export function matrixTitles(
  letter: string,
  t: number,
  { hidden, inputs }: Pick<StackedStep, 'hidden' | 'inputs'>,
): StackedMatricesProps['titles'] {
  const size = (rows: number, columns: number) => `${rows} × ${columns}`;
  const named = (base: string, sub: string, note: string) => ({
    symbol: sub ? { base, sub } : { base },
    note,
  });
  return {
    recurrent: named('W', letter + letter, size(hidden, hidden)),
    input: named('W', `${letter}x`, size(hidden, inputs)),
    weights: named('W', letter, `= [W${letter}${letter} | W${letter}x], ${size(hidden, hidden + inputs)}`),
    previous: named(`${letter}⟨${t - 1}⟩`, '', ''),
    token: named(`x⟨${t}⟩`, '', ''),
    operand: named(`[${letter}, x]`, '', ''),
    bias: named('b', letter, ''),
    'bias-again': named('b', letter, ''),
  };
}

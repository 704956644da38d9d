import type { MatrixBlock } from '../../layout/stackedMatrices.ts';

/** A place in W_a as it is drawn: row = unit, column = an old unit or, after those, a written-out token. */
export interface MatrixPlace {
  readonly row: number;
  readonly column: number;
}

/** How a block's cells are found in the drawn W_a. */
interface BlockRule {
  readonly kind: 'matrix' | 'operand' | 'bias';
  /** Drawn column (or operand row) that the block begins with. */
  readonly first: (hidden: number) => number;
  readonly role: 'hidden' | 'input' | 'candidate';
}
export const RULES: Readonly<Record<MatrixBlock['id'], BlockRule>> = {
  recurrent: { kind: 'matrix', first: () => 0, role: 'hidden' },
  input: { kind: 'matrix', first: (hidden) => hidden, role: 'input' },
  weights: { kind: 'matrix', first: () => 0, role: 'candidate' },
  previous: { kind: 'operand', first: () => 0, role: 'hidden' },
  token: { kind: 'operand', first: (hidden) => hidden, role: 'input' },
  operand: { kind: 'operand', first: () => 0, role: 'candidate' },
  bias: { kind: 'bias', first: () => 0, role: 'candidate' },
  'bias-again': { kind: 'bias', first: () => 0, role: 'candidate' },
};

/** Where in a block the selected entry stands, or what it multiplies; null: not in this block. */
export function litAt(block: MatrixBlock, hidden: number, selected: MatrixPlace): MatrixPlace | null {
  const { kind, first } = RULES[block.id];
  if (kind === 'bias') return { row: selected.row, column: 0 };
  const at = selected.column - first(hidden);
  if (at < 0) return null;
  if (kind === 'matrix') return at < block.columns ? { row: selected.row, column: at } : null;
  return at < block.rows ? { row: at, column: 0 } : null;
}

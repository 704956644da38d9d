import type { FigureRole } from '../../layout/unrolledTypes.ts';
import type { CellKind } from '../../models/cells/types.ts';

/** Ng's course writes Γ and a; the textbook writes i f o and h. */
export type Notation = 'ng' | 'textbook';

/** A letter of the mathematics with its subscript. */
export interface MathSymbol {
  readonly base: string;
  readonly sub?: string;
}

const NG: Readonly<Record<FigureRole, MathSymbol>> = {
  forget: { base: 'Γ', sub: 'f' },
  update: { base: 'Γ', sub: 'u' },
  output: { base: 'Γ', sub: 'o' },
  reset: { base: 'Γ', sub: 'r' },
  candidate: { base: 'c̃' },
  cell: { base: 'c' },
  hidden: { base: 'a' },
  input: { base: 'x' },
  prediction: { base: 'ŷ' },
};

const TEXTBOOK: Readonly<Record<FigureRole, MathSymbol>> = {
  ...NG,
  forget: { base: 'f' },
  update: { base: 'i' },
  output: { base: 'o' },
  reset: { base: 'r' },
  hidden: { base: 'h' },
};

/** The letter of a lane. In a textbook's GRU the update gate is z and the candidate h̃. */
export function roleSymbol(role: FigureRole, notation: Notation, kind: CellKind): MathSymbol {
  if (notation === 'ng') return NG[role];
  if (kind === 'gru' && role === 'update') return { base: 'z' };
  if (kind === 'gru' && role === 'candidate') return { base: 'h̃' };
  return TEXTBOOK[role];
}

/** For names that are read aloud and for files: Γ_f. */
export const plainSymbol = ({ base, sub }: MathSymbol): string => (sub ? `${base}_${sub}` : base);

/** Index of a role's weights: W_f, W_u (W_i, W_z), W_c, W_o, W_r; an RNN's only weights are W_a (W_h). */
export function weightSubscript(role: FigureRole, notation: Notation, kind: CellKind): string {
  if (kind === 'rnn') return notation === 'ng' ? 'a' : 'h';
  if (role === 'candidate') return kind === 'gru' && notation === 'textbook' ? 'h' : 'c';
  const { base, sub } = roleSymbol(role, notation, kind);
  return sub ?? base;
}

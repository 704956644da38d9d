import {
  type MathSymbol,
  type Notation,
  roleSymbol,
  weightSubscript,
} from '../../components/diagrams/symbols.ts';
import type { LaneRole } from '../../models/cells/types.ts';
import type { Factor, QuantityId } from './values.ts';

/** A factor's name: `before`, a letter with subscript, position and time, `after`. */
export interface Letter extends MathSymbol {
  readonly before?: string;
  readonly after?: string;
  /** Position, counted from 1: "1", or "2,1" for row and column. */
  readonly index: string;
  readonly previous?: boolean;
}

type Naming = (notation: Notation, role: LaneRole) => Omit<Letter, 'index'>;

const ofRole = (notation: Notation, role: LaneRole): MathSymbol => roleSymbol(role, notation, 'lstm');
const lane =
  (role: LaneRole): Naming =>
  (notation) =>
    ofRole(notation, role);
const subscript = (notation: Notation, role: LaneRole): string => weightSubscript(role, notation, 'lstm');

const NAMES: Readonly<Record<QuantityId, Naming>> = {
  forget: lane('forget'),
  update: lane('update'),
  output: lane('output'),
  reset: lane('reset'),
  candidate: lane('candidate'),
  cell: lane('cell'),
  hidden: lane('hidden'),
  'previous-hidden': (notation) => ({ ...ofRole(notation, 'hidden'), previous: true }),
  'previous-cell': () => ({ base: 'c', previous: true }),
  input: () => ({ base: 'x' }),
  bias: (notation, role) => ({ base: 'b', sub: subscript(notation, role) }),
  target: () => ({ base: 'y' }),
  carried: () => ({ base: 'δ' }),
  shown: () => ({ before: 'tanh ', base: 'c' }),
  'shown-slope': () => ({ before: '1 − tanh² ', base: 'c' }),
  'one-minus-gate': (notation, role) => ({ before: '1 − ', ...ofRole(notation, role) }),
  'candidate-slope': () => ({ before: '1 − ', base: 'c̃', after: '²' }),
  'recurrent-weight': (notation, role) => ({
    base: 'W',
    sub: subscript(notation, role) + ofRole(notation, 'hidden').base,
  }),
  'input-weight': (notation, role) => ({ base: 'W', sub: `${subscript(notation, role)}x` }),
  peephole: (notation, role) => ({ base: 'p', sub: subscript(notation, role) }),
  gradient: (notation, role) => ({ before: '∂L/∂', ...ofRole(notation, role) }),
  'pre-gradient': (notation, role) => ({ before: '∂L/∂', base: 'z', sub: subscript(notation, role) }),
};

/** The letter of a factor in a notation. */
export function factorLetter({ id, role, at }: Factor, notation: Notation): Letter {
  return { ...NAMES[id](notation, role ?? 'hidden'), index: at.map((i) => i + 1).join(',') };
}

/** The same for names read aloud: `∂L/∂Γ_f[1]`, `c⟨t−1⟩[2]`. */
export function plainLetter(factor: Factor, notation: Notation): string {
  const { before = '', base, sub, after = '', previous, index } = factorLetter(factor, notation);
  return `${before}${base}${sub ? `_${sub}` : ''}${previous ? '⟨t−1⟩' : ''}[${index}]${after}`;
}

/** What an equation finds, of any unit, read aloud: `∂L/∂Γ_f`, `∂L/∂a⟨t−1⟩`. */
export function plainTarget(target: Factor, notation: Notation): string {
  const name = plainLetter({ ...target, at: [] }, notation).replace('[]', '');
  return name.startsWith('∂') ? name : `∂L/∂${name}`;
}

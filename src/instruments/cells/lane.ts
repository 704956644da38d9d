import { type Notation, plainSymbol, roleSymbol } from '../../components/diagrams/symbols.ts';
import type { CellKind } from '../../models/cells/types.ts';
import type { Lane } from '../../models/units/search.ts';

/** What is coloured, as a letter: tanh c of a cell that has a state of its own, else its hidden state. */
export function laneLetter(lane: Lane, kind: CellKind, notation: Notation): string {
  return lane === 'cell' && kind === 'lstm' ? 'tanh c' : plainSymbol(roleSymbol('hidden', notation, kind));
}

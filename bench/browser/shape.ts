import { DEFAULT_CELLS, gateRoles } from '../../src/models/cells/roles.ts';
import type { CellKind, SequenceSize } from '../../src/models/cells/types.ts';
import type { TokenNetwork } from '../../src/models/network/token-network.ts';

/** The character model whose training step is timed: one recurrent layer between one-hot characters and a softmax. */
export interface CharacterShape extends SequenceSize {
  readonly cell: CellKind;
  /** V: characters, both in and out. */
  readonly vocabulary: number;
  /** n_a. */
  readonly hidden: number;
}

/** The notebook's own default cells, which are also what TF.js layers can express. */
export function networkOf({ cell, vocabulary, hidden }: CharacterShape): TokenNetwork {
  const tokens = { inputs: vocabulary, classes: vocabulary };
  return { spec: DEFAULT_CELLS[cell], ...tokens, hidden, layers: 1, directions: 'forward' };
}

/**
 * Floating-point operations of one training step: 2 per multiply-add of the recurrent product (n_a × G·n_a) and of the output
 * product (n_a × V), once forward and twice backward (for the values and for the weights), at each of the T·B places. The
 * input's look-up, the gates and the optimiser are not counted.
 */
export function flopsPerStep(shape: CharacterShape): number {
  const { hidden, vocabulary, steps, batch } = shape;
  const gates = gateRoles(DEFAULT_CELLS[shape.cell]).length;
  const multiplyAdds = hidden * gates * hidden + hidden * vocabulary;
  return 2 * 3 * steps * batch * multiplyAdds;
}

/** Thousand million operations a second. */
export function gigaflops(shape: CharacterShape, milliseconds: number): number {
  return flopsPerStep(shape) / milliseconds / 1e6;
}

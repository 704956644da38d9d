import { gateRoles } from '../cells/roles.ts';
import { type NextSymbolShape, nextSymbolLayout, viewNextSymbol } from '../language/next-symbol.ts';

/**
 * Added to the logit of a token that a model does not have: e^−100 is less than a double can add to 1, so that the other tokens
 * keep their probabilities to the last digit, and this one has none.
 */
export const NEVER = -100;

/** A language model under another numbering of its tokens. */
export interface Renumbered {
  readonly shape: NextSymbolShape;
  /** Flat, in the layout of `shape`. */
  readonly parameters: Float64Array;
}

/**
 * The same model with token `i` where its token `from[i]` was. Where `from` is −1 the token is new: reading it puts nothing
 * in (its row of W_x is 0), and it is never said (its column is 0, its bias `NEVER`).
 */
export function renumbered(shape: NextSymbolShape, parameters: Float64Array, from: Int32Array): Renumbered {
  const target = { ...shape, vocabulary: from.length };
  const result = new Float64Array(nextSymbolLayout(target).length);
  const [old, made] = [viewNextSymbol(shape, parameters), viewNextSymbol(target, result)];
  const columns = gateRoles(shape.spec).length * shape.hidden;
  old.layers.forEach((layer, index) => {
    const into = made.layers[index];
    if (!into) return;
    for (const slot of Object.keys(layer) as (keyof typeof layer)[]) {
      if (index > 0 || slot !== 'inputWeights') into[slot].set(layer[slot]);
    }
  });
  const [rows, newRows] = [old.layers[0]?.inputWeights, made.layers[0]?.inputWeights];
  from.forEach((id, token) => {
    made.head.bias[token] = id < 0 ? NEVER : old.head.bias[id]!;
    if (id < 0) return;
    if (rows && newRows) newRows.set(rows.subarray(id * columns, (id + 1) * columns), token * columns);
    for (let unit = 0; unit < shape.hidden; unit++) {
      made.head.weights[unit * from.length + token] = old.head.weights[unit * shape.vocabulary + id]!;
    }
  });
  return { shape: target, parameters: result };
}

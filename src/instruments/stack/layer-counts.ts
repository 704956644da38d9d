import { cellParameterCount } from '../../models/cells/parameters.ts';
import { cellShapeOf, type NextSymbolShape } from '../../models/language/next-symbol.ts';

export interface LayerCounts {
  /** Parameters of each layer, lowest first. */
  readonly layers: readonly { readonly inputs: number; readonly count: number }[];
  /** Of the read-out ŷ = softmax(W_ya a + b_y). */
  readonly head: number;
  readonly total: number;
}

/** Where a network's parameters are: only the first layer is as wide as the vocabulary, and so is the read-out. */
export function countLayers(shape: NextSymbolShape): LayerCounts {
  const layers = Array.from({ length: shape.layers }, (_, layer) => {
    const cell = cellShapeOf(shape, layer);
    return { inputs: cell.inputs, count: cellParameterCount(shape.spec, cell) };
  });
  const head = (shape.hidden + 1) * shape.vocabulary;
  return { layers, head, total: head + layers.reduce((sum, { count }) => sum + count, 0) };
}

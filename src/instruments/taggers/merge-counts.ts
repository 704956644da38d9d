import { cellParameterCount } from '../../models/cells/parameters.ts';
import {
  directionCount,
  layerShape,
  outputWidth,
  type StackSpec,
  stackParameterCount,
} from '../../models/cells/stack.ts';
import type { TokenNetwork } from '../../models/network/token-network.ts';

/** What a way of putting the chains together costs. */
export interface MergeCounts {
  /** Numbers that the layer hands on at a step. */
  readonly width: number;
  /** Parameters of its chains, of the read-out, and of another layer like it on top. */
  readonly chains: number;
  readonly readout: number;
  readonly next: number;
}

/** Counted on the layout that the networks are made with. */
export function countMerge({ spec, inputs, classes, hidden, directions }: TokenNetwork): MergeCounts {
  const stack: StackSpec = { cell: spec, inputs, hidden, layers: 1, directions };
  const width = outputWidth(stack);
  return {
    width,
    chains: stackParameterCount(stack),
    readout: (width + 1) * classes,
    next: directionCount(stack) * cellParameterCount(spec, layerShape(stack, 1)),
  };
}

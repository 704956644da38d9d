import type { NnlmShape } from './network.ts';

/** Multiplications that one word costs, layer by layer (Mikolov et al. 2013, "Efficient Estimation", section 2). */
export interface LayerCosts {
  /** N·D: numbers that are looked up. Nothing is multiplied, but they are counted there. */
  readonly lookup: number;
  /** N·D·H, or 0 without a tanh layer. */
  readonly hidden: number;
  /** Of the scores: as many as there are of them, times what each is computed from. */
  readonly output: number;
}

/** How the next word is chosen from: by all scores, or by those on the way through a tree. */
export type ScoreCount = 'full' | 'tree';

const scoresOf = (vocabulary: number, kind: ScoreCount) =>
  kind === 'full' ? vocabulary : Math.log2(vocabulary);

/** Q = N·D + N·D·H + H·V, equation 2; a tree puts log₂ V in the place of V. */
export function nnlmCosts(shape: NnlmShape, kind: ScoreCount = 'full'): LayerCosts {
  const { vocabulary, dimensions, context, hidden } = shape;
  const wide = context * dimensions;
  return {
    lookup: wide,
    hidden: wide * hidden,
    output: (hidden || wide) * scoresOf(vocabulary, kind),
  };
}

/** Q = N·D + D·V: CBOW, equation 4: the vectors are averaged, and nothing stands between them and the scores. */
export function cbowCosts({ vocabulary, dimensions, context }: NnlmShape, kind: ScoreCount): LayerCosts {
  return { lookup: context * dimensions, hidden: 0, output: dimensions * scoresOf(vocabulary, kind) };
}

export const totalCost = ({ lookup, hidden, output }: LayerCosts): number => lookup + hidden + output;

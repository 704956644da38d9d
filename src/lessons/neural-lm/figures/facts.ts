import { SENTENCES } from '../../../instruments/nnlm/sentences.ts';
import { cbowCosts, nnlmCosts, totalCost } from '../../../models/nnlm/costs.ts';
import { type NnlmShape, nnlmSize } from '../../../models/nnlm/network.ts';

/** Sizes that the second figure opens with. */
export const SHAPE: NnlmShape = { vocabulary: 10_000, dimensions: 100, context: 4, hidden: 500 };

/** Share of the multiplications that are scores. */
export const scoresShare = (shape: NnlmShape = SHAPE): number => {
  const costs = nnlmCosts(shape);
  return costs.output / totalCost(costs);
};

export const scoreProducts = ({ hidden, vocabulary }: NnlmShape = SHAPE): number => hidden * vocabulary;

/** Share that the tanh layer takes once the scores come from a tree. */
export const hiddenShareWithTree = (shape: NnlmShape = SHAPE): number => {
  const costs = nnlmCosts(shape, 'tree');
  return costs.hidden / totalCost(costs);
};

/** How many times fewer multiplications are left when layer and scores are both gone. */
export const leftFactor = (shape: NnlmShape = SHAPE): number =>
  totalCost(nnlmCosts(shape)) / totalCost(cbowCosts(shape, 'tree'));

export const wholeCost = (shape: NnlmShape = SHAPE): number => totalCost(nnlmCosts(shape));
export const leastCost = (shape: NnlmShape = SHAPE): number => totalCost(cbowCosts(shape, 'tree'));

/** Numbers that a table of all contexts of N words would have, one for every word that may follow: Vᴺ⁺¹, as a power of ten. */
export const tableDigits = ({ vocabulary, context }: NnlmShape = SHAPE): number =>
  Math.log10(vocabulary) * (context + 1);

/** Numbers that the network learns. */
export const networkSize = (shape: NnlmShape = SHAPE): number => nnlmSize(shape);

/** Sentences that the first figure learns. */
export const sentenceCount = (): number => SENTENCES.split('\n').length;

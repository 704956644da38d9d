import type { ModelFacts } from '../../../store/kept-model.ts';
import type { GoalSettings } from './settings.ts';

type Sizes = Pick<ModelFacts, 'tokens' | 'batch' | 'steps'>;

/** Optimiser steps in which every token of the training text is seen once. */
export const epochSteps = ({ tokens, batch, steps }: Sizes): number => Math.max(1, tokens / (batch * steps));

/** The step at which training rests next; null: nowhere. */
export function nextRest({ goal, unit }: GoalSettings, sizes: Sizes | null, step: number): number | null {
  if (goal === 0 || (unit === 'epochs' && !sizes)) return null;
  const every = unit === 'epochs' && sizes ? goal * epochSteps(sizes) : goal;
  // A little beyond: a rest at this very step has been had.
  return Math.ceil((Math.floor(step / every + 1e-9) + 1) * every);
}

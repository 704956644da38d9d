import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type CostState, createCosts } from '../../store/costs.ts';
import { useSeen } from '../runs/useSeen.ts';
import { type CostSettings, SIZES } from './settings.ts';

/** Targets that share a matrix product. */
export const BATCH = 64;

/** Measures when the figure is first seen, again for every other d and K, and whenever it is asked. */
export function useCosts(
  frame: RefObject<HTMLElement | null>,
  { vocabulary, dimensions, negatives }: CostSettings,
): CostState & { readonly measure: () => void } {
  const [costs] = useState(() => createCosts());
  const state = useStore(costs.store);
  const { ever } = useSeen(frame);
  const [first] = useState(vocabulary);
  const measure = useCallback(() => {
    // What the reader looks at comes first.
    const sizes = [first, ...SIZES.filter((size) => size !== first)].map(Number);
    costs.measure({ vocabularies: sizes, dimensions: Number(dimensions), negatives, batch: BATCH, seed: 1 });
  }, [costs, first, dimensions, negatives]);
  useEffect(() => {
    if (ever) measure();
  }, [ever, measure]);
  useEffect(() => () => costs.cancel(), [costs]);
  return { ...state, measure };
}

import { useMemo } from 'react';
import { useAnswer } from '../../../instruments/vectors/useAnswer.ts';
import type { VectorSet } from '../../../store/vectors-state.ts';
import { type Axis, axisOf, pairsIn, type UnitOf, unitsOf } from './axis.ts';

export interface BiasAxis {
  /** Null: the set has not answered yet. */
  readonly axis: Axis | null;
  readonly unit: UnitOf;
  /** Words, of the pairs or else, that the set has not. */
  readonly missing: readonly string[];
  /** Parts of the list of pairs that are none. */
  readonly others: readonly string[];
}

/** The direction of pairs of words in a set, and the vectors of other words beside it. */
export function useAxis(set: VectorSet | null, pairs: string, words: readonly string[]): BiasAxis {
  const { pairs: parsed, others } = useMemo(() => pairsIn(pairs), [pairs]);
  const asked = [...new Set([...parsed.flat(), ...words])];
  const { answer, pending } = useAnswer(
    set,
    asked.length > 0 ? { kind: 'rows', words: asked, first: 0, centred: false } : null,
  );
  const unit = useMemo(() => unitsOf(answer), [answer]);
  const axis = useMemo(() => (answer ? axisOf(parsed, unit) : null), [answer, parsed, unit]);
  return { axis, unit, missing: pending ? [] : (answer?.missing ?? []), others };
}

import { type RefObject, useMemo } from 'react';
import { useVectorMap, type VectorMapModel } from '../../instruments/vector-map/useVectorMap.ts';
import type { LabView } from './state/view.ts';

/** The analogy's two pairs, which lines on the map join while the analogy is what is asked. */
function usePairs({ settings, analogy }: LabView) {
  const { answer, question } = analogy;
  const best = answer?.hits[0]?.word;
  const isAsked = settings.panel === 'analogy';
  return useMemo(
    () =>
      isAsked && question && best !== undefined
        ? [
            { from: question.a, to: question.b },
            { from: question.c, to: best },
          ]
        : [],
    [isAsked, question, best],
  );
}

/** The map of the open set; what is selected on it is selected everywhere. */
export function useLabMap(frame: RefObject<HTMLElement | null>, view: LabView): VectorMapModel {
  const { set, settings, change, pointing } = view;
  return useVectorMap(frame, {
    set,
    settings,
    change,
    selected: pointing.selected,
    onSelect: (word) => word !== null && pointing.onSelect(word),
    lit: pointing.lit,
    onLight: pointing.onLight,
    pairs: usePairs(view),
  });
}

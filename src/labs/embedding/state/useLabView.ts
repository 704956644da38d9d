import { useMemo, useState } from 'react';
import { fillAnalogy } from '../../../instruments/analogy/examples.ts';
import { useAnalogy, useAnalogyExamples } from '../../../instruments/analogy/useAnalogy.ts';
import { fillSettings } from '../../../instruments/vector-panels/examples.ts';
import { useExamples } from '../../../instruments/vector-panels/useExamples.ts';
import type { FigureState } from '../../../store/figure.ts';
import type { VectorSet } from '../../../store/vectors-state.ts';
import type { EmbeddingSettings } from './settings.ts';
import type { LabView } from './view.ts';

/** The settings as the panels take them: what the reader has not set is the set's example. */
function useFilled(settings: EmbeddingSettings, set: VectorSet | null) {
  const examples = useExamples(set);
  const triples = useAnalogyExamples(set);
  return useMemo(() => {
    if (!examples || !triples) return null;
    const { a, b, c } = fillAnalogy(settings, triples);
    return { settings: { ...settings, ...fillSettings(settings, examples), a, b, c }, triples };
  }, [settings, examples, triples]);
}

/** The open set with the settings as its panels take them; null until the set, and what it may be asked, is known. */
export function useLabView(figure: FigureState<EmbeddingSettings>, set: VectorSet | null): LabView | null {
  const { settings, change } = figure;
  const [lit, setLit] = useState<string | null>(null);
  const filled = useFilled(settings, set);
  // Nothing is asked before the words are known.
  const analogy = useAnalogy(filled ? set : null, filled?.settings ?? settings);
  if (!set || !filled) return null;
  return {
    set,
    settings: filled.settings,
    analogy,
    examples: filled.triples,
    change,
    pointing: {
      selected: filled.settings.word,
      lit,
      onLight: setLit,
      onSelect: (word) => change({ word }),
    },
  };
}

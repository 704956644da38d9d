import { useEffect, useState } from 'react';
import { choiceOf, NO_TEXT } from '../../../instruments/language/text-key.ts';
import { type SourceFault, useTextSource } from '../../../instruments/texts/useTextSource.ts';
import type { KeptModel, ModelId } from '../../../store/kept-model.ts';
import type { Workbench } from '../../../store/workbench-state.ts';
import type { TrainingSettings } from './settings.ts';

/** A model on its way to being open: its text has to come first. */
export interface Opening {
  readonly wanted: ModelId | null;
  readonly fault: SourceFault | null;
  retry(): void;
  /** Null: none, whatever was on its way. */
  want(model: KeptModel | null): void;
}

/** Opens what is wanted as soon as its text is there. */
export function useOpening(bench: Workbench, settings: TrainingSettings): Opening {
  const [wanted, want] = useState<KeptModel | null>(null);
  const source = useTextSource({ ...settings, ...(wanted ? choiceOf(wanted.text) : NO_TEXT) });
  const { text } = source;
  useEffect(() => {
    if (!wanted || !text) return;
    let isCurrent = true;
    void bench.open(wanted.id, text.text).then(() => isCurrent && want(null));
    return () => {
      isCurrent = false;
    };
  }, [bench, wanted, text]);
  return {
    wanted: wanted?.id ?? null,
    fault: wanted ? source.fault : null,
    retry: source.retry,
    want,
  };
}

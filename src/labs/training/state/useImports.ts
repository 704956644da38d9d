import { useEffect, useState } from 'react';
import { adoptModel } from '../../../instruments/language/adopt.ts';
import { choiceOf, NO_TEXT, textKey } from '../../../instruments/language/text-key.ts';
import type { ImportedModel } from '../../../instruments/model-files/model-files.ts';
import { useTextSource } from '../../../instruments/texts/useTextSource.ts';
import type { Workbench } from '../../../store/workbench-state.ts';
import { uniqueName } from './naming.ts';
import type { TrainingSettings } from './settings.ts';

/** A model out of a file, on its way to being a run. */
export interface Imports {
  /** What cannot be trained on the text at hand, and is looked at as it is. */
  readonly visiting: ImportedModel | null;
  readonly isBusy: boolean;
  take(imported: ImportedModel): void;
  leave(): void;
}

/** Where its file says what it learnt from, that text; else the one of the set-up. */
const choiceFor = ({ text }: ImportedModel, settings: TrainingSettings): TrainingSettings =>
  text?.key ? { ...settings, ...choiceOf(text.key) } : settings;

/** Makes runs of imported models as soon as their text is there. */
export function useImports(bench: Workbench, settings: TrainingSettings, names: readonly string[]): Imports {
  const [coming, setComing] = useState<ImportedModel | null>(null);
  const [visiting, setVisiting] = useState<ImportedModel | null>(null);
  const choice = coming ? choiceFor(coming, settings) : { ...settings, ...NO_TEXT };
  const { text, fault } = useTextSource(choice);
  useEffect(() => {
    if (!coming || (!text && !fault)) return;
    setComing(null);
    if (!text) {
      setVisiting(coming);
      return;
    }
    const name = uniqueName(coming.name, names);
    void adoptModel(bench, coming, { key: textKey(choice), text: text.text }, name).then((how) => {
      if (how === 'other-tokens') setVisiting(coming);
    });
  }, [bench, coming, text, fault, choice, names]);
  return {
    visiting,
    isBusy: coming !== null,
    take: (imported) => {
      setVisiting(null);
      setComing(imported);
    },
    leave: () => setVisiting(null),
  };
}

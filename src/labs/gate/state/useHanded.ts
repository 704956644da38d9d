import { useEffect, useState } from 'react';
import { HANDED, type HandedModel } from '../../../instruments/gate-lab/handed-model.ts';
import { createHandover } from '../../../store/handover.ts';
import { languageInput } from '../files/saved-input.ts';
import type { OpenedFile } from '../files/useOpening.ts';
import { tooLarge } from '../model.ts';
import type { LabState } from './useLab.ts';

/** A handed model as a file that was opened. */
export function openedHanded(model: HandedModel): OpenedFile {
  const { name, stack, parameters, vocabulary } = model;
  const network = { stack, classes: vocabulary.length };
  return { model: { network, parameters }, name, saved: languageInput(model) };
}

/** Takes up the model that another page left for the lab; `missing`: nothing was left, or it does not fit in. */
export function useHanded(lab: LabState): 'none' | 'missing' {
  const [state, setState] = useState<'none' | 'missing'>('none');
  const { handed } = lab.settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that something is left.
  useEffect(() => {
    if (!handed) return;
    let isStale = false;
    void createHandover<HandedModel>()
      .take(HANDED)
      .then((model) => {
        if (isStale) return;
        const opened = model && openedHanded(model);
        if (opened && tooLarge(opened.model.network).length === 0) lab.openHanded(opened);
        else {
          setState('missing');
          lab.look({ handed: false });
        }
      });
    return () => {
      isStale = true;
    };
  }, [handed]);
  return state;
}

import { useMemo } from 'react';
import type { SourceText } from '../texts/useTextSource.ts';
import { type CountedModel, type CountedText, modelOf } from './count-text.ts';
import type { CountedSettings } from './settings.ts';
import { useCounted } from './useCounted.ts';

/** Counts and model of the settings; null until the text is there and counted. */
export function useModel(
  source: SourceText | null,
  settings: CountedSettings,
): { readonly counted: CountedText; readonly model: CountedModel } | null {
  const { smoothing, order, logK } = settings;
  const counted = useCounted(source, settings);
  return useMemo(
    () => (counted ? { counted, model: modelOf(counted, { smoothing, order, logK }) } : null),
    [counted, smoothing, order, logK],
  );
}

import { useEffect, useMemo, useState } from 'react';
import { type LineFault, readLabelledLines } from '../../models/fasttext/labelled-lines.ts';
import { type TextSourceState, useTextSource } from '../texts/useTextSource.ts';
import { DATA_SETS } from './data-sets.ts';
import type { ClassifierSettings } from './settings.ts';

export interface LabelledSource {
  /** In fastText's format; null until it is there. */
  readonly text: string | null;
  /** Why a text that comes with the notebook is not there. */
  readonly missing: string | null;
  /** Lines of the reader's own that nothing is learnt from. */
  readonly faults: readonly LineFault[];
  /** Of the reader's own texts. */
  readonly own: TextSourceState;
}

/** A built-in text; null for the reader's own, and until it is loaded. */
function useBuiltIn(data: ClassifierSettings['data']) {
  const [found, setFound] = useState<{ data: string; text: string | null; detail: string } | null>(null);
  useEffect(() => {
    const { load } = DATA_SETS[data];
    if (!load) return;
    let wanted = true;
    load().then(
      (text) => wanted && setFound({ data, text, detail: '' }),
      (error: unknown) => wanted && setFound({ data, text: null, detail: String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [data]);
  return found?.data === data ? found : null;
}

/** The labelled text that the settings name. */
export function useLabelledText({ data, ownText, kept }: ClassifierSettings): LabelledSource {
  const built = useBuiltIn(data);
  const own = useTextSource({ source: data === 'kept' ? 'kept' : 'own', ownText, kept });
  const isOwn = DATA_SETS[data].load === null;
  const text = isOwn ? (own.text?.text ?? null) : (built?.text ?? null);
  const faults = useMemo(() => (isOwn && text ? readLabelledLines(text).faults : []), [isOwn, text]);
  return { text, missing: !isOwn && built && built.text === null ? built.detail : null, faults, own };
}

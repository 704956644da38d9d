import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenModel } from '../language/open-model.ts';
import {
  type Asked,
  type CutPassage,
  createReader,
  isSameNetwork,
  type PassageReader,
  type Read,
  type ReaderState,
} from './reader.ts';

export interface ReadingState extends ReaderState {
  again(): void;
  readonly reader: PassageReader;
}

/** A reader that lives as long as the component. */
function useReader(): readonly [ReaderState, PassageReader] {
  const [state, setState] = useState<ReaderState>({ shown: null, phase: 'idle' });
  const reader = useMemo(
    () => createReader((change) => setState((before) => ({ ...before, ...change }))),
    [],
  );
  useEffect(() => () => reader.dispose(), [reader]);
  return [state, reader];
}

/**
 * What the network does over a passage: read when a network or a passage is new, and when it is asked. `passage` should stay
 * the same object as long as it is the same text.
 */
export function useReading(model: OpenModel | null, read: Read, passage: CutPassage): ReadingState {
  const [{ shown, phase }, reader] = useReader();
  const latest = useRef<Asked>({ model, read, passage });
  latest.current = { model, read, passage };
  const again = useCallback(() => reader.ask(latest.current), [reader]);
  const fits = shown !== null && model !== null && isSameNetwork(shown.model, model) ? shown : null;
  const isMissing = model !== null && (fits === null || fits.passage !== passage);
  const tokens = model?.vocabulary.tokens;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new network or passage is read at once; a reading that failed is not tried again by itself.
  useEffect(() => {
    if (isMissing) again();
  }, [tokens, passage, again]);
  return useMemo(() => ({ shown: fits, phase, again, reader }), [fits, phase, again, reader]);
}

/** Reads again when training has gone on, not too often. */
export function useLive(
  { shown, phase, again, reader }: ReadingState,
  step: number | null,
  live: boolean,
): void {
  const isStale = shown !== null && step !== null && shown.reading.step !== step;
  useEffect(() => {
    if (!live || !isStale || phase !== 'idle') return;
    const timer = setTimeout(again, reader.rest());
    return () => clearTimeout(timer);
  }, [live, isStale, phase, again, reader]);
}

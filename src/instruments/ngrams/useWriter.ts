import { useEffect, useMemo, useState } from 'react';
import type { TextModel } from '../../models/language/text-model.ts';
import type { Run, RunState } from '../../store/run-state.ts';
import type { NextSymbolTask } from '../../workers/protocol.ts';
import { useOpenModel } from '../language/useOpenModel.ts';
import { useTextModel } from '../sampling/useTextModel.ts';
import { type CountedText, countText, modelOf } from './count-text.ts';

/** A model of text that a panel may draw from, or ask. */
export interface Writer {
  /** Null while there is none. */
  readonly model: TextModel | null;
  /** Steps behind a network; null for an n-gram model. */
  readonly step: number | null;
}

export const NO_WRITER: Writer = { model: null, step: null };

/** While it trains there is a new network ten times a second; whoever reads a text with one needs longer. */
const CALM = 2500;

/** A value that stays at least so long (ms) before the newest takes its place; the last one comes through. */
function useCalm<T>(value: T | null): T | null {
  const [shown, setShown] = useState(value);
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (value === shown) return;
    const take = () => {
      setShown(value);
      setAt(performance.now());
    };
    const timer = setTimeout(take, shown === null ? 0 : Math.max(0, at + CALM - performance.now()));
    return () => clearTimeout(timer);
  }, [value, shown, at]);
  return shown;
}

/** The network of now, or of a moment ago. */
export function useNetworkWriter(run: Run, state: RunState): Writer {
  const open = useCalm(useOpenModel(run, state));
  const model = useTextModel(open);
  return { model, step: open?.step ?? null };
}

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** An n-gram model of the part that the network learns from, smoothed after Kneser and Ney; counted when first asked for. */
export function useCountedWriter(
  { text, level, ends, vocabulary, heldOut }: NextSymbolTask,
  order: number,
): Writer {
  const [counted, setCounted] = useState<CountedText | null>(null);
  const share = heldOut?.share ?? 0;
  useEffect(() => {
    let wanted = true;
    setCounted(null);
    const tokenization = ends ? { level, ends } : { level };
    const request = { text, amount: Math.floor(text.length * (1 - share)), tokenization, vocabulary };
    void countText(request, breathe, () => wanted).then((found) => found && wanted && setCounted(found));
    return () => {
      wanted = false;
    };
  }, [text, level, ends, vocabulary, share]);
  const model = useMemo(
    () => counted && modelOf(counted, { smoothing: 'kneser-ney', order, logK: 0 }).text,
    [counted, order],
  );
  return { model, step: null };
}

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { PairSettings } from './recall-pair.ts';
import { type PairProgress, STEPS, type ToPairWorker } from './training-types.ts';

export interface PairTraining {
  /** Reports so far, oldest first; empty before training. */
  readonly reports: readonly PairProgress[];
  readonly training: boolean;
  start(): void;
  /** Back to the networks before training. */
  reset(): void;
}

interface Running {
  readonly key: string;
  readonly reports: readonly PairProgress[];
}

/** Trains the pair in a worker when asked; other settings end it. Rests while `root` is off screen. */
export function usePair(settings: PairSettings, root: RefObject<HTMLElement | null>): PairTraining {
  const { cell, layers, steps, seed } = settings;
  const key = JSON.stringify([cell, layers, steps, seed]);
  const [running, setRunning] = useState<Running | null>(null);
  const worker = useRef<Worker | null>(null);
  const stop = useMemo(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another pair; the old one's training is over.
  useEffect(() => stop, [key]);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      const resting = !entries.some(({ isIntersecting }) => isIntersecting);
      worker.current?.postMessage({ type: 'rest', resting } satisfies ToPairWorker);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  const start = () => {
    stop();
    const made = new Worker(new URL('./pair.worker.ts', import.meta.url), { type: 'module', name: 'pair' });
    worker.current = made;
    setRunning({ key, reports: [] });
    made.onmessage = ({ data }: MessageEvent<PairProgress>) =>
      setRunning((before) => (before?.key === key ? { key, reports: [...before.reports, data] } : before));
    made.postMessage({ type: 'train', settings: { cell, layers, steps, seed } } satisfies ToPairWorker);
  };
  const own = running?.key === key ? running : null;
  const reports = own?.reports ?? [];
  return {
    reports,
    training: own !== null && (reports.at(-1)?.step ?? 0) < STEPS,
    start,
    reset: () => {
      stop();
      setRunning(null);
    },
  };
}

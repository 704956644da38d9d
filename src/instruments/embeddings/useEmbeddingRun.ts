import { type RefObject, useEffect, useRef, useState } from 'react';
import { createCheckpointStore } from '../../store/checkpoints.ts';
import { createEmbeddingRun } from '../../store/embedding-run.ts';
import type { EmbeddingRun } from '../../store/embedding-state.ts';
import { usePinnedTier } from '../../store/settings.ts';
import type { EmbeddingConfig, EmbeddingWatch } from '../../workers/embeddings/protocol.ts';
import type { Tier } from '../../workers/protocol.ts';
import { useSeen } from '../runs/useSeen.ts';
import { sameConfig } from './same-config.ts';

const CHECKPOINTS = createCheckpointStore();

export interface EmbeddingRunRequest {
  /** Whether it trains as soon as it is seen. */
  readonly autoplay?: boolean;
  /** Lesson and figure: the run is kept under this key from visit to visit, unless it is too large. Absent: it is not kept. */
  readonly persistKey?: string | null;
  /** Absent: what the settings or the address ask for. */
  readonly tier?: Tier | null;
  /** What frames show; another one reaches the run at once. */
  readonly watch?: EmbeddingWatch;
}

/**
 * One run for as long as the figure is mounted, from when it is first seen; it rests while it is not. Null before that, and
 * while there is no config (its text is on its way). Another config makes it start anew; an equal one does not.
 */
export function useEmbeddingRun(
  frame: RefObject<HTMLElement | null>,
  config: EmbeddingConfig | null,
  request: EmbeddingRunRequest = {},
): EmbeddingRun | null {
  const { autoplay = false, persistKey = null, watch } = request;
  const chosen = usePinnedTier();
  const pinned = request.tier === undefined ? chosen : request.tier;
  const { ever, now } = useSeen(frame);
  const [run, setRun] = useState<EmbeddingRun | null>(null);
  const latest = useRef({ config, watch, autoplay });
  latest.current = { config, watch, autoplay };
  const canBegin = ever && config !== null;
  useEffect(() => {
    const { config: first, watch: seen = {}, autoplay: plays } = latest.current;
    if (!canBegin || !first) return;
    const checkpoints = persistKey === null ? null : CHECKPOINTS;
    const made = createEmbeddingRun({ config: first, watch: seen, pinned, persistKey, checkpoints });
    if (plays) made.play();
    setRun(made);
    return () => {
      made.dispose();
      setRun(null);
    };
  }, [canBegin, pinned, persistKey]);
  useEffect(() => {
    if (run && config && !sameConfig(config, run.asked())) run.reconfigure(config);
  }, [run, config]);
  useEffect(() => {
    if (watch) run?.watch(watch);
  }, [run, watch]);
  useEffect(() => run?.setVisible(now), [run, now]);
  return run;
}

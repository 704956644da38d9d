import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { TextModel } from '../../models/language/text-model.ts';
import { isStale, startSample } from './sample.ts';
import { createSampler, type Sampler, type SamplerState } from './sampler.ts';
import { optionsOf, type SamplingSettings } from './settings.ts';

export interface Sampling extends SamplerState {
  readonly sampler: Sampler;
  /** From the beginning, with the model of now; `count` tokens are drawn at once. */
  restart(count?: number): void;
}

/**
 * A text drawn from the model. Until something is drawn it follows the model and the settings; then it stays with the
 * model that it was drawn from. `isSeen`: nothing is begun anew for a panel that nobody sees.
 */
export function useSampler(
  model: TextModel | null,
  step: number | null,
  settings: SamplingSettings,
  isSeen: boolean,
): Sampling {
  const latest = useRef({ settings, model, step });
  latest.current = { settings, model, step };
  const [sampler] = useState(() => createSampler(() => optionsOf(latest.current.settings)));
  const state = useSyncExternalStore(sampler.subscribe, sampler.state);
  const restart = (count = 0) => {
    const { model: now, step: at, settings: asked } = latest.current;
    if (now) sampler.start(startSample(now, at, asked), count);
  };
  const { sample, wanted, playing } = state;
  const isIdle = wanted === 0 && !playing;
  const stale = model !== null && (sample === null || isStale(sample, model, settings));
  // What was asked for of a text that has nothing drawn yet goes on, with the model that it was asked of.
  const isAsked = sample !== null && sample.begin === settings.begin && sample.seed === settings.draws;
  useEffect(() => {
    const { model: now, step: at, settings: asked } = latest.current;
    if (now && stale && isSeen && (isIdle || !isAsked)) sampler.start(startSample(now, at, asked));
  }, [sampler, stale, isSeen, isIdle, isAsked]);
  useEffect(() => () => sampler.pause(), [sampler]);
  return { ...state, sampler, restart };
}

import type { TextModel } from '../../models/language/text-model.ts';
import type { SamplingSettings } from './settings.ts';

export interface SamplingPanelProps {
  /** Names its exports, and is unique on the page. */
  readonly id: string;
  /** A network by `useTextModel`, or an n-gram model by `ngramTextModel`; null while there is none. */
  readonly model: TextModel | null;
  /** Optimiser steps behind the model; null for one that was counted. */
  readonly step: number | null;
  /** Of `SAMPLING_TABLE`. */
  readonly settings: SamplingSettings;
  readonly change: (part: Partial<SamplingSettings>) => void;
}

/** Text drawn from a model token by token, with the distribution that each token was drawn from. */
export function SamplingPanel({ id }: SamplingPanelProps) {
  return <section id={id} />;
}

import type { TextModel } from '../../models/language/text-model.ts';
import type { ScoreSettings } from './settings.ts';

export interface ScorePanelProps {
  /** Names its exports, and is unique on the page. */
  readonly id: string;
  /** A network by `useTextModel`, or an n-gram model by `ngramTextModel`; null while there is none. */
  readonly model: TextModel | null;
  /** Optimiser steps behind the model; null for one that was counted. */
  readonly step: number | null;
  /** Of `SCORE_TABLE`. */
  readonly settings: ScoreSettings;
  readonly change: (part: Partial<ScoreSettings>) => void;
}

/** P of a typed sentence, token by token, and of two sentences side by side. */
export function ScorePanel({ id }: ScorePanelProps) {
  return <section id={id} />;
}

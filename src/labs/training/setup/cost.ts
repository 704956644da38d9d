import { type Cost, costOf, MOST_BYTES } from '../../../instruments/language/cost.ts';
import type { RunSettings } from '../../../instruments/language/run-settings.ts';
import type { TextSourceSettings } from '../../../instruments/texts/settings.ts';
import { DEFAULT_CELLS } from '../../../models/cells/roles.ts';
import type { KeptModel } from '../../../store/kept-model.ts';
import type { Clock } from '../../../store/run-clock.ts';

/** What a set-up takes, as far as it can be told before the text is cut into tokens. */
export interface SetupCost extends Cost {
  /** V, at most: how many different tokens a text really has is known once it is cut. */
  readonly vocabulary: number;
  readonly isRefused: boolean;
}

/** Characters looked at for how many different ones there are. */
const SAMPLE = 2_000_000;

let last: { readonly text: string; readonly kinds: number } | null = null;

/** Different characters of a text; of a very long one, of its beginning. */
function characterKinds(text: string): number {
  if (last?.text !== text) last = { text, kinds: new Set(text.slice(0, SAMPLE)).size };
  return last.kinds;
}

/** ⟨UNK⟩ and ⟨EOS⟩ are tokens too. */
const MARKS = 2;

export function costOfSettings(
  settings: RunSettings & Pick<TextSourceSettings, 'level' | 'vocabulary'>,
  text: string,
): SetupCost {
  const { cell, hidden, layers, batch, steps, optimizer, level } = settings;
  const most = level === 'character' ? characterKinds(text) + MARKS : Number.POSITIVE_INFINITY;
  const vocabulary = Math.min(settings.vocabulary, most);
  const shape = { spec: DEFAULT_CELLS[cell], vocabulary, hidden, layers };
  const cost = costOf({ shape, batch, steps, optimizer });
  return { ...cost, vocabulary, isRefused: cost.bytes > MOST_BYTES };
}

/** From its first mark on: a model out of a file has steps behind it that took no time here. */
function timedHere({ steps, seconds }: Clock): { readonly steps: number; readonly seconds: number } {
  const [begun, since] = steps.length > 1 ? [steps[0] ?? 0, seconds[0] ?? 0] : [0, 0];
  return { steps: (steps.at(-1) ?? 0) - begun, seconds: (seconds.at(-1) ?? 0) - since };
}

/** Operations a second that the newest model reached here; null: nothing was trained here yet. */
export function measuredRate(
  models: readonly KeptModel[],
): { readonly rate: number; readonly name: string } | null {
  for (const { name, facts, config, clock } of models) {
    const { steps, seconds } = timedHere(clock);
    if (!facts || seconds < 0.5) continue;
    const shape = {
      spec: config.cell,
      vocabulary: facts.vocabulary,
      hidden: config.hidden,
      layers: config.layers,
    };
    const load = { shape, batch: facts.batch, steps: facts.steps, optimizer: config.optimizer.kind };
    return { rate: (costOf(load).flops * steps) / seconds, name };
  }
  return null;
}

import type { Result } from '../../../instruments/agreement/results.ts';
import type { Descents } from '../../../instruments/cliff/descents.ts';
import type { CliffSettings } from '../../../instruments/cliff/settings.ts';
import type { Flow } from '../../../instruments/spectrum/flow.ts';
import type { SpectrumSettings } from '../../../instruments/spectrum/settings.ts';

/** An error counts as kept when it is neither three times as long at the far end nor a third. */
export const WITHIN = 3;

/** Fifty steps or more, tanh, an input that bends it: and still neither vanishing nor exploding. */
export function isLevel(
  { activation, steps, input }: SpectrumSettings,
  { norms }: Pick<Flow, 'norms'>,
): boolean {
  const end = norms.at(-1) ?? Number.NaN;
  return activation === 'tanh' && steps >= 50 && input >= 0.3 && end > 1 / WITHIN && end < WITHIN;
}

/** A loss from which the target counts as reached. */
export const REACHED = 0.01;

/** The largest learning rate that counts, with room for its last digit on the slider. */
const MOST_RATE = 0.051;

/** The linear unit, with small steps: without clipping its numbers are no numbers any more, with clipping it has arrived. */
export function isTamed({ activation, logRate }: CliffSettings, { plain, clipped }: Descents): boolean {
  const [wild, tame] = [plain.at(-1)?.loss ?? 0, clipped.at(-1)?.loss ?? Number.NaN];
  const isCareful = activation === 'linear' && 10 ** logRate < MOST_RATE;
  return isCareful && !Number.isFinite(wild) && tame < REACHED;
}

/** Share of right answers from which a net knows the task, and up to which it is lost. */
export const KNOWS = 0.95;
export const LOST = 0.6;

/** Accuracies of plain nets with distracting nouns, by distance and seed and then by start, as far as they were seen. */
export type Seen = Map<string, Partial<Record<'uniform' | 'orthogonal', number>>>;

/** Adds what a figure shows to what was seen before. */
export function remember(seen: Seen, results: readonly Result[]): void {
  for (const { net, accuracy } of results) {
    if (net.cell !== 'rnn' || !accuracy) continue;
    const key = `${net.distance} ${net.seed}`;
    seen.set(key, { ...seen.get(key), [net.start]: accuracy.other });
  }
}

/** At some distance, from the same seed, the plain net was lost with a uniform start and knew its verbs with an orthogonal one. */
export const startMatters = (seen: Seen): boolean =>
  [...seen.values()].some(({ uniform = 1, orthogonal = 0 }) => uniform <= LOST && orthogonal >= KNOWS);

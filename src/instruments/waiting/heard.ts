import { placeKey } from '../../models/cells/schedule.ts';
import { type Reading, readSequence } from '../../models/network/reading.ts';
import type { Tagger } from '../taggers/shared-taggers.ts';
import { NAME } from '../taggers/task.ts';
import type { Reader } from './settings.ts';
import { type Moment, streamAhead, streamStack } from './stream.ts';

/** The moments of one way of reading a sentence of so many words. */
export function momentsOf(reader: Reader, ahead: number, steps: number): readonly Moment[] {
  if (reader === 'ahead') return streamAhead(steps, ahead);
  return streamStack({ layers: 1, directions: reader === 'both' ? 'concat' : 'forward' }, steps);
}

/** What there is after some moments: which cells, computed from how many words; which answers, and when they were said. */
export interface Heard {
  readonly words: number;
  /** By place: words that were in when the cell was computed. A backward chain that was started anew has forgotten the old. */
  readonly cells: ReadonlyMap<string, number>;
  /** By step: words that were in when it was said. */
  readonly said: ReadonlyMap<number, number>;
}

/** The state of things after `count` moments. */
export function heardAfter(moments: readonly Moment[], count: number): Heard {
  const cells = new Map<string, number>();
  const said = new Map<number, number>();
  let words = 0;
  for (const moment of moments.slice(0, count)) {
    if (moment.heard > words) forgetWindow(cells, words);
    words = moment.heard;
    for (const place of moment.places) cells.set(placeKey(place), words);
    for (const step of moment.said) said.set(step, words);
  }
  return { words, cells, said };
}

/** A window's backward cells are of no use to the next one: its chain begins elsewhere. */
function forgetWindow(cells: Map<string, number>, words: number): void {
  for (const [key, heard] of cells) if (heard === words && key.endsWith(',1')) cells.delete(key);
}

/** A tagger's readings of every beginning of a sentence: `[n − 1]` has read n words. */
export function readBeginnings({ network, flat }: Tagger, ids: Int32Array): readonly Reading[] {
  return Array.from(ids, (_, t) => readSequence(network, flat, ids.subarray(0, t + 1)));
}

/** P(name) of each step as it was said; null where it is not said yet. */
export function saidProbabilities(heard: Heard, readings: readonly Reading[]): readonly (number | null)[] {
  return readings.map((_, step) => {
    const words = heard.said.get(step);
    if (words === undefined) return null;
    return readings[words - 1]?.probabilities[2 * step + NAME] ?? Number.NaN;
  });
}

import { choice, integer, tuples } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { type Cell, configOf, editsOf, type NetSettings, STARTS, type Start } from './nets.ts';
import type { Job } from './queue.ts';

const seed = { key: 'seed', codec: integer(1, 0, 4294967295) } as const;
const start = { key: 'start', codec: choice('uniform', STARTS) } as const;

/** What the chart of gradients shows: their length, or their length as a share of the last step's. */
export const VIEWS = ['size', 'share'] as const;
export type View = (typeof VIEWS)[number];

/** Everything that a link of the figure of gradients carries. */
export interface FlowSettings {
  /** Words between subject and verb. */
  readonly distance: number;
  readonly start: Start;
  readonly view: View;
  readonly seed: number;
}

export const DISTANCE = { low: 5, high: 60 } as const;

export const FLOW_TABLE: Table<FlowSettings> = {
  distance: { key: 'd', codec: integer(30, DISTANCE.low, DISTANCE.high) },
  start,
  view: { key: 'show', codec: choice('size', VIEWS) },
  seed,
};

/** Distances that a learner may choose from; from 3 on there is a noun between. */
export const DISTANCES = [3, 5, 10, 15, 20, 30, 40, 50, 60] as const;
const CHOSEN: readonly number[] = [5, 10, 20, 30, 50];

/** Everything that a link of the figure of accuracies carries. */
export interface DistanceSettings {
  /** Chosen distances, one to a row; none: the usual ones. */
  readonly chosen: readonly (readonly number[])[];
  readonly start: Start;
  /** The distance whose nets are looked at closely. */
  readonly at: number;
  readonly seed: number;
}

export const DISTANCE_TABLE: Table<DistanceSettings> = {
  chosen: { key: 'd', codec: tuples(1, DISTANCES.length) },
  start,
  at: { key: 'at', codec: integer(20, 3, 60) },
  seed,
};

/** The chosen distances, shortest first. What is no distance of the list is left out; nothing chosen is the usual ones. */
export function distancesOf({ chosen }: Pick<DistanceSettings, 'chosen'>): readonly number[] {
  const wanted = chosen.flat();
  const known = DISTANCES.filter((distance) => wanted.includes(distance));
  return known.length > 0 ? known : CHOSEN;
}

/** The distance looked at: the chosen one nearest to what was asked for. */
export function shownDistance(settings: DistanceSettings): number {
  const by = (distance: number) => Math.abs(distance - settings.at);
  return [...distancesOf(settings)].sort((a, b) => by(a) - by(b))[0] ?? settings.at;
}

export const jobId = ({ cell, distance, start: from, seed: number }: NetSettings): string =>
  [cell, distance, from, number].join(' ');

export const jobOf = (net: NetSettings): Job => ({
  id: jobId(net),
  config: configOf(net),
  edits: editsOf(net),
});

/** The colour of the lane that only this cell has (the RNN has no other), and a dash of its own. */
export const LOOKS = {
  rnn: { role: 'hidden' },
  gru: { role: 'reset', dash: '8 3' },
  lstm: { role: 'cell', dash: '2 3' },
} as const satisfies Readonly<Record<Cell, object>>;

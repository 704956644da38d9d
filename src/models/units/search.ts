import type { Random } from '../random.ts';
import { chanceLevel } from './chance.ts';
import type { Track, Tracks } from './features.ts';
import type { PassageLayer } from './passage.ts';
import { rankUnits, type UnitRank } from './rank.ts';
import { standardise } from './standard.ts';

/** What of a unit is looked at: tanh of its cell state (of its hidden state where it has no other), or its hidden state a. */
export type Lane = 'cell' | 'hidden';

/** A unit of one layer, both counted from 0. */
export interface UnitPlace {
  readonly layer: number;
  readonly unit: number;
}

/** Everything that is compared: every unit of every layer over the passage, standardised, the lowest layer first. */
export interface UnitColumns {
  readonly places: readonly UnitPlace[];
  readonly columns: readonly Float32Array[];
}

/** What follows a track in the passage. */
export interface Found {
  readonly track: Track;
  /** Units by their place among the columns, the closest first. */
  readonly ranks: readonly UnitRank[];
  /** |r| that 5 in 100 moved tracks reach with their best unit. */
  readonly chance: number;
}

/** Multiplications that one whole search may cost: a fraction of a second. */
const BUDGET = 1.5e8;
const SHIFTS = { least: 19, most: 99, multiple: 20 };

/** Units n_a of a layer over T tokens. */
const widthOf = ({ hidden }: PassageLayer, length: number): number =>
  length > 0 ? hidden.length / length : 0;

/** One unit over a passage of T tokens, shape (T): tanh c or a. */
export function unitValues(layer: PassageLayer, unit: number, lane: Lane, length: number): Float32Array {
  const isCell = lane === 'cell' && layer.cell.length > 0;
  const values = isCell ? layer.cell : layer.hidden;
  const width = widthOf(layer, length);
  return Float32Array.from({ length }, (_, t) => {
    const value = values[t * width + unit] ?? Number.NaN;
    return isCell ? Math.tanh(value) : value;
  });
}

export function unitColumns(layers: readonly PassageLayer[], lane: Lane, length: number): UnitColumns {
  const places = layers.flatMap((layer, index) =>
    Array.from({ length: widthOf(layer, length) }, (_, unit) => ({ layer: index, unit })),
  );
  const columns = places.map(({ layer, unit }) => {
    const values = layers[layer];
    return standardise(values ? unitValues(values, unit, lane, length) : []);
  });
  return { places, columns };
}

/** Moves for each track: as many as the budget allows, such that 5 % of one more than them is a whole number. */
export function shiftCount(tracks: number, units: number, length: number): number {
  const afford =
    Math.floor(BUDGET / Math.max(1, tracks * units * length * SHIFTS.multiple)) * SHIFTS.multiple - 1;
  return Math.max(SHIFTS.least, Math.min(SHIFTS.most, afford));
}

/**
 * For each of the tracks that change in the passage at all: which units follow it, and what |r| chance alone would reach. A
 * generator: it gives null wherever whoever asks may rest.
 */
export function* searchTracks(
  { columns }: UnitColumns,
  tracks: Tracks,
  names: readonly Track[],
  random: Random,
): Generator<Found | null, void> {
  const changing = names.filter((name) => changes(tracks[name]));
  const shifts = shiftCount(changing.length, columns.length, tracks.passage.length);
  for (const track of changing) {
    const standard = standardise(tracks[track]);
    const ranks = rankUnits(columns, standard);
    yield null;
    const chance = yield* chanceLevel(columns, standard, shifts, random);
    yield { track, ranks, chance };
  }
}

function changes(track: Float64Array): boolean {
  return track.some((value) => value !== track[0]);
}

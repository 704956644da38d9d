import type { Track, Tracks } from '../../models/units/features.ts';
import type { Found, UnitPlace } from '../../models/units/search.ts';
import { type CellsSettings, type Feature, MOST_SPAN } from './settings.ts';

/** What cannot be seen from the token alone: a unit that follows it remembers. The rarest first. */
const MEMORIES: readonly Track[] = ['title', 'quote', 'bracket', 'line', 'sentence', 'clause', 'word'];
/** From this |r| on a unit follows closely enough to be seen with bare eyes. */
const CLOSE = 0.5;
/** Tokens of the span that is opened before one is chosen, and of them before the change that it is opened for. */
const OPENED = { length: 16, before: 6 };
/** So early a network has little to remember. */
const EARLY = 20;

/** A stretch of tokens, counted from 0, from `from` to before `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const bestOf = ({ ranks }: Found): number => Math.abs(ranks[0]?.correlation ?? 0);

/**
 * What is looked for. Of itself: the first memory that some unit follows closely and better than by chance, else whatever
 * stands furthest above chance. Null where nothing changes in the passage.
 */
export function chooseFeature(found: readonly Found[], feature: Feature): Found | null {
  const asked = found.find(({ track }) => track === feature);
  if (asked) return asked;
  const memory = MEMORIES.map((name) => found.find(({ track }) => track === name)).find(
    (one) => one && bestOf(one) >= CLOSE && bestOf(one) > one.chance,
  );
  const above = (one: Found) => bestOf(one) - one.chance;
  return memory ?? found.toSorted((a, b) => above(b) - above(a))[0] ?? null;
}

/** The chosen unit, or the one that follows the feature most closely: its place among all units; −1 where there is none. */
export function chooseUnit(
  places: readonly UnitPlace[],
  found: Found | null,
  { cellLayer, cellUnit }: Pick<CellsSettings, 'cellLayer' | 'cellUnit'>,
): number {
  const chosen = places.findIndex(({ layer, unit }) => layer + 1 === cellLayer && unit + 1 === cellUnit);
  return chosen >= 0 ? chosen : (found?.ranks[0]?.unit ?? (places.length > 0 ? 0 : -1));
}

/** Brings a stretch into a text of `length` tokens and to at most `MOST_SPAN` of them; null where there is no token. */
export function fitSpan({ from, to }: Stretch, length: number): Stretch | null {
  if (length < 1) return null;
  const first = Math.max(0, Math.min(length - 1, from));
  return { from: first, to: Math.max(first + 1, Math.min(length, to, first + MOST_SPAN)) };
}

/** Where something first changes that a network can have come to know by then; the beginning where nothing does. */
function firstChange(track: Float64Array | null): number {
  const after = (from: number) =>
    track?.findIndex((value, t) => t > from && value !== (track[t - 1] ?? value)) ?? -1;
  const late = after(EARLY);
  return late >= 0 ? late : Math.max(0, after(0));
}

/** The chosen span, or the one in which the feature first changes. */
export function chooseSpan(
  tracks: Tracks,
  track: Track | null,
  { spanFrom, spanTo }: Pick<CellsSettings, 'spanFrom' | 'spanTo'>,
): Stretch | null {
  const { length } = tracks.passage;
  if (spanFrom > 0 && spanFrom <= length) return fitSpan({ from: spanFrom - 1, to: spanTo }, length);
  const from = Math.max(0, firstChange(track && tracks[track]) - OPENED.before);
  return fitSpan({ from, to: from + OPENED.length }, length);
}

/** The span that is opened on a single token: some tokens on both sides of it. */
export function spanAround(t: number, length: number): Stretch | null {
  const from = Math.max(0, t - OPENED.length / 2);
  return fitSpan({ from, to: from + OPENED.length }, length);
}

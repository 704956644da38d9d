import { maybeAddress } from '../../../instruments/vector-source/address.ts';
import { BUILT_IN_IDS, type VectorOrigin, type VectorSet } from '../../../store/vectors-state.ts';

/** What stands in the link for a set that only this page has. */
export const OWN = 'own';
const KEPT = 'kept:';

/** What a link calls a set. */
export function writeOrigin(origin: VectorSet['origin']): string {
  if (!origin) return OWN;
  if (origin.kind === 'built-in') return origin.id;
  return origin.kind === 'kept' ? KEPT + origin.id : origin.url;
}

/** What a link asks to be opened; null: a set that no link can carry. An address that is none is told by whoever opens it. */
export function readOrigin(text: string): VectorOrigin | null {
  if (text === OWN) return null;
  const builtIn = BUILT_IN_IDS.find((id) => id === text);
  if (builtIn) return { kind: 'built-in', id: builtIn };
  if (text.startsWith(KEPT)) return { kind: 'kept', id: text.slice(KEPT.length) };
  return { kind: 'url', url: text };
}

/** What the lab says of a link that names something it cannot open. */
export type OriginNews = 'own-gone' | 'no-address' | null;

/** What is done about a set that the link names. */
export interface OriginPlan {
  /** To be opened at once; null: a built-in set has to do for the time being. */
  readonly open: VectorOrigin | null;
  /** An address that the reader has to agree to. */
  readonly linked: string | null;
  readonly news: OriginNews;
}

export function planOf(named: string): OriginPlan {
  const origin = readOrigin(named);
  if (!origin) return { open: null, linked: null, news: 'own-gone' };
  if (origin.kind !== 'url') return { open: origin, linked: null, news: null };
  const isAddress = maybeAddress(origin.url) !== null;
  return { open: null, linked: isAddress ? origin.url : null, news: isAddress ? null : 'no-address' };
}

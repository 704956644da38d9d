import type { StackPlace } from '../../../models/cells/schedule.ts';

/** What a tile shows: a hidden vector as a strip of units, one number on a fill, or that it is not computed yet. */
export type StackFace =
  | { readonly kind: 'strip'; readonly values: Float64Array; readonly start: number }
  | { readonly kind: 'value'; readonly fill: string; readonly text: string }
  | { readonly kind: 'pending' };

/** How a caller describes one tile. */
export interface TileLook {
  readonly face: StackFace;
  /** Accessible name. */
  readonly name: string;
  /** Belongs to what is being computed now. */
  readonly current?: boolean;
  /** A small number at the tile's corner: the wave that computes it. */
  readonly mark?: string;
}

export type LookAt = (place: StackPlace) => TileLook;

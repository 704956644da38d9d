import type { Density } from './unrolledTypes.ts';

/** Sizes in px. Five characters of a 12 px mono font are 36 px wide: boxes and circles leave room around them. */
export interface Measures {
  /** Narrowest column. */
  readonly pitch: number;
  /** Widest column, for long tokens. */
  readonly widest: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  readonly cellRadius: number;
  readonly rowGap: number;
  /** Room for the initial state left of the first column, and for the arrow after the last. */
  readonly stub: number;
  readonly tail: number;
  readonly tokenSize: number;
}

export const MEASURES: Readonly<Record<Density, Measures>> = {
  comfortable: {
    pitch: 96,
    widest: 190,
    boxWidth: 52,
    boxHeight: 32,
    cellRadius: 21.5,
    rowGap: 10,
    stub: 42,
    tail: 22,
    tokenSize: 17,
  },
  compact: {
    pitch: 82,
    widest: 150,
    boxWidth: 44,
    boxHeight: 30,
    cellRadius: 20.5,
    rowGap: 9,
    stub: 36,
    tail: 14,
    tokenSize: 16,
  },
};

/** Radius of the circles that hold × and +. */
export const NODE_RADIUS = 5;
/** Half-sizes of the small pills that hold a function's name. */
export const PILL = { width: 13, height: 7.5 } as const;

import { createRandom, type Random } from '../random.ts';

/** Known shapes whose maps can be compared with what they are. */
export const SHAPES = [
  'clouds',
  'widths',
  'distances',
  'nested',
  'one-cloud',
  'grid',
  'rings',
  'trefoil',
] as const;
export type ShapeName = (typeof SHAPES)[number];

export interface ShapeOptions {
  readonly shape: ShapeName;
  readonly count: number;
  /** How much wider, or farther, one part is than another; of use to `widths`, `distances` and `nested`. */
  readonly ratio: number;
  readonly seed: number;
}

/** Points made by a formula, and what each is a part of. */
export interface ShapePoints {
  readonly ids: Int32Array<ArrayBuffer>;
  /** (n, dimensions). */
  readonly vectors: Float32Array<ArrayBuffer>;
  readonly dimensions: number;
  /** Group of each point, or its step along the shape. */
  readonly classes: Uint8Array;
  readonly kind: 'groups' | 'scale';
}

/** Dimensions of clouds, and of a cloud in which nothing is to be found. */
export const CLOUD_DIMENSIONS = 10;
export const WIDE_DIMENSIONS = 50;
/** Steps of a scale along a line. */
export const STEPS = 8;

interface Point {
  readonly at: readonly number[];
  readonly part: number;
}
interface Maker {
  readonly kind: ShapePoints['kind'];
  /** Point number i of n. */
  make(i: number, options: ShapeOptions, random: Random): Point;
}

const normals = (random: Random, d: number, width = 1): number[] =>
  Array.from({ length: d }, () => width * random.normal());
/** A cloud about the place that is `away` along one axis. */
const cloud = (random: Random, part: number, axis: number, away: number, width: number): Point => ({
  part,
  at: normals(random, CLOUD_DIMENSIONS, width).map((x, k) => (k === axis ? x + away : x)),
});
const stepOf = (share: number) => Math.min(STEPS - 1, Math.floor(share * STEPS));

/** Distance of clouds that do not touch: in so many dimensions a cloud's points lie about √d from its middle. */
const APART = 12;

const MAKERS: Readonly<Record<ShapeName, Maker>> = {
  /** Three alike. */
  clouds: { kind: 'groups', make: (i, _, random) => cloud(random, i % 3, i % 3, APART, 1) },
  /** Two clouds, the second wider. */
  widths: {
    kind: 'groups',
    make: (i, { ratio }, random) => cloud(random, i % 2, 0, (i % 2) * APART * ratio, i % 2 ? ratio : 1),
  },
  /** Three alike in a row: the third is `ratio` times as far from the second as the second from the first. */
  distances: {
    kind: 'groups',
    make: (i, { ratio }, random) => cloud(random, i % 3, 0, [0, 1, 1 + ratio][i % 3]! * APART, 1),
  },
  /** A narrow cloud in the middle of a wide one. */
  nested: { kind: 'groups', make: (i, { ratio }, random) => cloud(random, i % 2, 0, 0, i % 2 ? ratio : 1) },
  'one-cloud': {
    kind: 'scale',
    make(_i, _options, random) {
      const at = normals(random, WIDE_DIMENSIONS);
      return { at, part: stepOf(0.5 + at[0]! / 4) };
    },
  },
  grid: {
    kind: 'scale',
    make(i, { count }) {
      const side = Math.max(2, Math.ceil(Math.sqrt(count)));
      return { at: [i % side, Math.floor(i / side)], part: stepOf((i % side) / side) };
    },
  },
  /** Two rings, each through the other. */
  rings: {
    kind: 'groups',
    make(i, { count }) {
      const angle = (4 * Math.PI * Math.floor(i / 2)) / count;
      const [x, y] = [Math.cos(angle), Math.sin(angle)];
      return i % 2 ? { at: [1 + x, 0, y], part: 1 } : { at: [x, y, 0], part: 0 };
    },
  },
  /** A line that closes only after it has knotted itself. */
  trefoil: {
    kind: 'scale',
    make(i, { count }) {
      const t = (2 * Math.PI * i) / count;
      const at = [Math.sin(t) + 2 * Math.sin(2 * t), Math.cos(t) - 2 * Math.cos(2 * t), -Math.sin(3 * t)];
      return { at, part: stepOf(Math.abs((2 * i) / count - 1)) };
    },
  },
};

/** The same options give the same points. */
export function shapePoints(options: ShapeOptions): ShapePoints {
  const { shape, count, seed } = options;
  const { kind, make } = MAKERS[shape];
  const random = createRandom(seed);
  const points = Array.from({ length: count }, (_, i) => make(i, options, random));
  const dimensions = points[0]?.at.length ?? CLOUD_DIMENSIONS;
  return {
    ids: Int32Array.from(points.keys()),
    vectors: Float32Array.from(points.flatMap(({ at }) => at)),
    dimensions,
    classes: Uint8Array.from(points, ({ part }) => part),
    kind,
  };
}

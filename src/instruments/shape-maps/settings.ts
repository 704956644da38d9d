import { SHAPES, type ShapeName, type ShapePoints, shapePoints } from '../../models/projection/shapes.ts';
import type { ProjectionConfig } from '../../store/projection-state.ts';
import { choice, flag, integer, real } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** What a link to a figure of small maps carries. */
export interface ShapeSettings {
  readonly shape: ShapeName;
  readonly count: number;
  readonly ratio: number;
  readonly perplexity: number;
  readonly start: 'pca' | 'random';
  readonly seed: number;
  readonly pace: Pace;
  /** Whether maps that were to stop early go on to the end. */
  readonly goOn: boolean;
}

export const PACES = ['slow', 'brisk', 'max'] as const;
export type Pace = (typeof PACES)[number];
/** Iterations a second at most. */
export const PACE: Readonly<Record<Pace, number | null>> = { slow: 40, brisk: 200, max: null };

export const COUNTS = { least: 12, most: 400 } as const;
export const MOST_RATIO = 20;
/** Where all maps rest. */
export const END = 1000;

export const SHAPE_TABLE: Table<ShapeSettings> = {
  shape: { key: 'shape', codec: choice('clouds', SHAPES) },
  count: { key: 'n', codec: integer(150, COUNTS.least, COUNTS.most) },
  ratio: { key: 'ratio', codec: real(5, 1, MOST_RATIO) },
  perplexity: { key: 'p', codec: integer(30, 1, 200) },
  start: { key: 'start', codec: choice('pca', ['pca', 'random']) },
  seed: { key: 'seed', codec: integer(1, 0, 2 ** 31 - 1) },
  pace: { key: 'pace', codec: choice('brisk', PACES) },
  goOn: { key: 'on', codec: flag(false) },
};

/** Shapes that have a part of which the ratio speaks. */
export const hasRatio = (shape: ShapeName): boolean => ['widths', 'distances', 'nested'].includes(shape);

export const pointsOf = ({ shape, count, ratio }: ShapeSettings): ShapePoints =>
  shapePoints({ shape, count, ratio, seed: 1 });

/** η is lower than the usual 200 for so few points: larger steps throw some of them out. */
const RATE = 50;

export interface Variant {
  readonly perplexity?: number;
  readonly seed?: number;
  readonly until?: number;
}

/** One map's config: the figure's settings, with what is different here. */
export function configOf(settings: ShapeSettings, variant: Variant): ProjectionConfig {
  const { perplexity = settings.perplexity, seed = settings.seed, until = END } = variant;
  return {
    method: {
      kind: 'tsne',
      perplexity,
      dimensions: 2,
      learningRate: RATE,
      exaggeration: 4,
      exaggerationUntil: 100,
      lateExaggeration: 1,
      start: settings.start,
    },
    metric: 'euclid',
    seed,
    until,
  };
}

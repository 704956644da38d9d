import type { Compared } from '../../../instruments/shape-maps/ShapeMapsFigure.tsx';
import { END, SHAPE_TABLE, type ShapeSettings } from '../../../instruments/shape-maps/settings.ts';
import { MAP_TABLE } from '../../../instruments/vector-map/settings.ts';
import { withFallbacks } from '../../../url/fragment.ts';

export const SHAPES_TABLE = withFallbacks(SHAPE_TABLE, { shape: 'trefoil' });
export const SIZES_TABLE = withFallbacks(SHAPE_TABLE, { shape: 'widths', ratio: 5, perplexity: 30 });
export const SEEDS_TABLE = withFallbacks(SHAPE_TABLE, {
  shape: 'one-cloud',
  count: 250,
  perplexity: 3,
  start: 'random',
});
export const STOPPED_TABLE = withFallbacks(SHAPE_TABLE, { shape: 'clouds', perplexity: 30, start: 'random' });

export const WORDS_TABLE = withFallbacks(MAP_TABLE, { first: 1000 });

const PERPLEXITIES = [2, 5, 10, 20, 40, 100];
const SEEDS = [0, 1, 2, 3, 4, 5];
export const STOPS = [10, 25, 50, 100, 150, END];

export const byPerplexity = (): readonly Compared[] =>
  PERPLEXITIES.map((perplexity) => ({ by: 'perplexity', perplexity }));

export const alone = ({ perplexity }: ShapeSettings): readonly Compared[] => [
  { by: 'perplexity', perplexity },
];

export const bySeed = ({ seed }: ShapeSettings): readonly Compared[] =>
  SEEDS.map((more) => ({ by: 'seed', seed: (seed + more) % 2 ** 31 }));

export const byStop = ({ goOn }: ShapeSettings): readonly Compared[] =>
  STOPS.map((until) => ({ by: 'until', until: goOn ? END : until }));

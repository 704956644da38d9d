import { tsneDefaults } from '../../models/projection/tsne.ts';
import type { ProjectionConfig, ProjectionMethod } from '../../store/projection-state.ts';
import type { MapSettings } from './settings.ts';

/** Iterations after which a map rests: t-SNE's usual length. */
const UNTIL = 1000;
/** As UMAP's authors have it: more epochs where there are few points. */
const EPOCHS = { few: 500, many: 200, limit: 10_000 } as const;

function methodOf(settings: MapSettings, points: number): ProjectionMethod {
  const dimensions = settings.dimensions === '3' ? 3 : 2;
  const { perplexity, exaggeration, rate, start, neighbours, distance } = settings;
  switch (settings.projection) {
    case 'tsne':
      return {
        kind: 'tsne',
        ...tsneDefaults,
        dimensions,
        perplexity,
        exaggeration,
        learningRate: rate,
        start,
      };
    case 'umap':
      return {
        kind: 'umap',
        dimensions,
        neighbours,
        minDistance: distance,
        epochs: points > EPOCHS.limit ? EPOCHS.many : EPOCHS.few,
      };
    default:
      return { kind: 'pca', dimensions, components: Array.from({ length: dimensions }, (_, i) => i) };
  }
}

/** What the worker is asked for. Axes of the reader's own need none; their words are then on the principal plane. */
export function projectionConfig(settings: MapSettings, points: number): ProjectionConfig {
  const method = methodOf(settings, points);
  const until = method.kind === 'umap' ? method.epochs : UNTIL;
  return { method, metric: settings.distances, seed: settings.seed, until };
}

import type { MapDimensions, TsneSettings } from '../../models/projection/tsne-types.ts';

/*
 * What a page and the worker that draws maps of vectors say to each other. One worker makes one map: points and a method in,
 * frames on credit, questions. To end it, the page ends the worker.
 */

/** How a map is made. */
export type ProjectionMethod =
  | ({ readonly kind: 'tsne' } & TsneSettings)
  /** `components`: which principal components are the map's axes, from 0. */
  | { readonly kind: 'pca'; readonly dimensions: MapDimensions; readonly components: readonly number[] }
  | {
      readonly kind: 'umap';
      readonly dimensions: MapDimensions;
      readonly neighbours: number;
      readonly minDistance: number;
      readonly epochs: number;
    };
/** Axes of the reader's own need no worker of this kind: the set of vectors answers `axes`. */

export interface ProjectionConfig {
  readonly method: ProjectionMethod;
  /** Distances between vectors as they are, or between unit vectors (cosine). */
  readonly metric: 'cosine' | 'euclid';
  readonly seed: number;
  /** Iterations after which it rests by itself; it can go on. */
  readonly until: number;
}

/** (n, d) row-major, and what the page calls each point (ids that stay when points come and go). */
export interface ProjectionPoints {
  readonly ids: Int32Array<ArrayBuffer>;
  readonly vectors: Float32Array<ArrayBuffer>;
  readonly dimensions: number;
}

export type ToProjectionWorker =
  | {
      readonly type: 'open';
      readonly config: ProjectionConfig;
      readonly points: ProjectionPoints;
      readonly places: Float32Array | null;
    }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'step'; readonly iterations: number }
  /** A page took a frame: another may come. The buffer comes back. */
  | { readonly type: 'credit'; readonly buffer: ArrayBuffer | null }
  /** Noise of this size (share of the map's extent) on every point. */
  | { readonly type: 'perturb'; readonly amount: number }
  | { readonly type: 'change'; readonly config: ProjectionConfig }
  /** Points come and go while it runs; those that stay keep their places. */
  | { readonly type: 'add'; readonly points: ProjectionPoints }
  | { readonly type: 'drop'; readonly ids: readonly number[] }
  | { readonly type: 'ask'; readonly id: number; readonly question: ProjectionQuestion };

export type ProjectionQuestion =
  /** Nearest in the full space: for drawing over the map what the projection lost. */
  | { readonly kind: 'neighbours'; readonly id: number; readonly count: number }
  /** How far near points of the map are near in the full space (Venna & Kaski 2001), over k neighbours; large maps by a sample. */
  | { readonly kind: 'trust'; readonly neighbours: number }
  /** k clusters (k-means in the full space), by point. */
  | { readonly kind: 'clusters'; readonly count: number };

export interface ProjectionAnswers {
  readonly neighbours: { readonly ids: Int32Array; readonly distances: Float32Array };
  readonly trust: { readonly trustworthiness: number; readonly continuity: number; readonly sampled: number };
  readonly clusters: { readonly labels: Int32Array };
}

export type ProjectionPhase = 'neighbours' | 'affinities' | 'running' | 'paused' | 'done';

/** What was changed of the config because it cannot be so. */
export interface ProjectionNotice {
  readonly code:
    | 'perplexity-clamped'
    | 'neighbours-clamped'
    | 'components-clamped'
    | 'approximate'
    | 'tier-left'
    | 'duplicates';
  readonly from: number;
  readonly to: number;
  readonly detail: string;
}

export interface ProjectionFrame {
  readonly iteration: number;
  /** (n, dimensions) in the order of `ids`; handed over. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Changes whenever points come or go; the frame's order is that of the newest `opened` or `points`. */
  readonly revision: number;
  /** KL(P‖Q) for t-SNE, taken now and then; null: not taken. */
  readonly divergence: number | null;
  /** Iterations a second over the last moments. */
  readonly rate: number;
}

export interface ProjectionInfo {
  readonly points: number;
  readonly tier: 'js' | 'wasm' | 'webgpu';
  /** t-SNE: how repulsion is summed. */
  readonly repulsion: 'exact' | 'grid' | null;
  /** How neighbours were found. */
  readonly neighbours: 'exact' | 'approximate' | null;
  /** PCA: share of the variance along each component, those of the map first. */
  readonly explained: Float64Array | null;
  /** What the method uses in fact. */
  readonly config: ProjectionConfig;
}

export type ProjectionFailure =
  | { readonly code: 'too-few-points'; readonly points: number; readonly least: number }
  | { readonly code: 'not-finite'; readonly iteration: number }
  | { readonly code: 'memory'; readonly points: number }
  | { readonly code: 'stopped'; readonly detail: string };

export type FromProjectionWorker =
  | { readonly type: 'phase'; readonly phase: ProjectionPhase; readonly share: number }
  | {
      readonly type: 'opened';
      readonly info: ProjectionInfo;
      readonly ids: Int32Array;
      readonly revision: number;
      readonly notices: readonly ProjectionNotice[];
    }
  | ({ readonly type: 'frame' } & ProjectionFrame)
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly answer: ProjectionAnswers[ProjectionQuestion['kind']];
    }
  | { readonly type: 'failed'; readonly failure: ProjectionFailure };

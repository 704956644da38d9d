import type { MapDimensions, TsneSettings } from '../../models/projection/tsne-types.ts';
import type { RunId, Tier, TierChoice } from '../protocol.ts';
import type { FromServant, ToServant } from '../run-kind.ts';

/*
 * What a page and the worker that draws maps of vectors say to each other. One worker makes one map: points and a method in,
 * frames on credit, questions. Play, pause, step, credit and what becomes of a worker that dies are those of every run
 * (`run-kind.ts`); an iteration is a step.
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

/** What a map begins with; places of before come as a checkpoint (`checkpoint.ts`). */
export interface ProjectionStart {
  readonly config: ProjectionConfig;
  readonly points: ProjectionPoints;
  readonly pinned: Tier | null;
}

/** What is asked of the worker besides the commands of every run. */
export type ProjectionQuery =
  | ProjectionChange
  /** Noise of this size (share of the map's extent) on every point. */
  | { readonly kind: 'perturb'; readonly amount: number }
  | ProjectionQuestion
  /** For tests: the worker throws. */
  | { readonly kind: 'simulate-fault' };

/** Answered by what the map is then; null: a later one took its place. */
export type ProjectionChange =
  /** Goes on from the places of now where the method and its dimensions stay, else begins anew. */
  | { readonly kind: 'change'; readonly config: ProjectionConfig }
  /** From the seed again. */
  | { readonly kind: 'restart' }
  /** Points come and go while it runs; those that stay keep their places. */
  | { readonly kind: 'add'; readonly points: ProjectionPoints }
  | { readonly kind: 'drop'; readonly ids: readonly number[] };

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
    | 'exaggeration-cut'
    | 'approximate'
    | 'tier-left'
    | 'duplicates'
    | 'rows-left-out';
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

/** What is known once neighbours and affinities are. */
export interface ProjectionOpened {
  readonly info: ProjectionInfo;
  /** In the order of the frames' positions. */
  readonly ids: Int32Array;
  readonly revision: number;
  readonly iteration: number;
  readonly notices: readonly ProjectionNotice[];
  readonly choice: TierChoice;
}

/** A frame as it is sent. */
export interface ProjectionFrameMessage extends ProjectionFrame {
  readonly type: 'frame';
  readonly run: RunId;
  readonly playing: boolean;
  readonly command: number;
  /** The method has no further iteration, or this is where it rests by itself. */
  readonly done: boolean;
}

export type ProjectionAnswer =
  | ProjectionAnswers[ProjectionQuestion['kind']]
  | { readonly opened: ProjectionOpened }
  | null;

/** A map in the making, as the pieces that serve every kind of run see it. */
export interface ProjectionRun {
  readonly start: ProjectionStart;
  readonly info: ProjectionOpened;
  readonly frame: ProjectionFrameMessage;
  readonly query: ProjectionQuery;
  readonly answer: ProjectionAnswer;
  readonly failure: ProjectionFailure;
}
export type ToProjectionWorker = ToServant<ProjectionRun>;
export type FromProjectionWorker = FromServant<ProjectionRun>;

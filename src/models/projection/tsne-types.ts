/** A joint distribution over pairs of points, symmetric, sparse: row i holds entries `starts[i] … starts[i + 1]`. Sums to 1. */
export interface SparseP {
  /** n + 1. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** k nearest neighbours of every point, nearest first. */
export interface NearestNeighbours {
  /** k. */
  readonly count: number;
  /** (n, k). */
  readonly indices: Int32Array;
  /** (n, k): squared Euclidean distances. */
  readonly distances: Float32Array;
  /** Whether some may have been missed. */
  readonly isApproximate: boolean;
}

/** Dimensions of the map. */
export type MapDimensions = 2 | 3;

/**
 * What t-SNE is told. Defaults after Belkina et al. (2019) and Kobak & Berens (2019): learning rate n / exaggeration, at least 200
 * (see `tsneDefaults`), exaggeration 12 for 250 iterations, momentum 0.5 then 0.8.
 */
export interface TsneSettings {
  readonly perplexity: number;
  readonly dimensions: MapDimensions;
  /** Null: by the number of points. */
  readonly learningRate: number | null;
  readonly exaggeration: number;
  /** Iterations that the exaggeration lasts. */
  readonly exaggerationUntil: number;
  /** Exaggeration that remains after them; 1 for plain t-SNE. */
  readonly lateExaggeration: number;
  /** Where all points begin: the principal components (scaled to 1e-4), or seeded noise. */
  readonly start: 'pca' | 'random';
}

/** Gradient descent on KL(P‖Q), one iteration at a time. Time and randomness are the caller's. */
export interface TsneEngine {
  /** How the repulsion is summed. */
  readonly repulsion: 'exact' | 'grid';
  readonly tier: 'js' | 'wasm' | 'webgpu';
  /** (n, dimensions): where the points are; a view, valid until the next call. */
  positions(): Float32Array;
  /** So many iterations. */
  step(iterations: number): void | Promise<void>;
  /** KL(P‖Q) of the present positions, without exaggeration. */
  divergence(): number | Promise<number>;
  /** Moves points (dragging, perturbing): (n, dimensions). Momenta become 0. */
  place(positions: Float32Array): void;
  readonly iteration: number;
  dispose(): void;
}

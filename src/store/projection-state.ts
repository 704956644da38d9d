import type { StoreApi } from 'zustand/vanilla';
import type {
  ProjectionAnswers,
  ProjectionConfig,
  ProjectionFailure,
  ProjectionFrame,
  ProjectionInfo,
  ProjectionNotice,
  ProjectionPhase,
  ProjectionPoints,
  ProjectionQuestion,
} from '../workers/projection/protocol.ts';
import type { TierChoice } from '../workers/protocol.ts';

export type {
  ProjectionConfig,
  ProjectionFailure,
  ProjectionFrame,
  ProjectionInfo,
  ProjectionMethod,
  ProjectionNotice,
  ProjectionPhase,
  ProjectionPoints,
} from '../workers/projection/protocol.ts';

/** What a page may show of a map in the making; scalars, at 10 Hz at most. */
export interface ProjectionState {
  readonly phase: ProjectionPhase | 'idle' | 'failed';
  /** Of finding neighbours. */
  readonly share: number;
  readonly iteration: number;
  readonly rate: number;
  readonly info: ProjectionInfo | null;
  /** What computes it, and why. */
  readonly choice: TierChoice | null;
  readonly notices: readonly ProjectionNotice[];
  readonly failure: ProjectionFailure | null;
  /** KL by iteration, thinned. */
  readonly curve: readonly { readonly iteration: number; readonly divergence: number }[];
  /** Ids in the order of the frames' positions. */
  readonly ids: Int32Array;
  readonly revision: number;
}

/** A map in the making, in a worker of its own. Positions never enter the store. */
export interface Projection {
  readonly store: StoreApi<ProjectionState>;
  /** The newest positions; null before the first. They are the caller's to read until the next frame. */
  latest(): ProjectionFrame | null;
  /** Called in an animation frame when there is a new one. Returns how to stop hearing. */
  onFrame(listener: (frame: ProjectionFrame) => void): () => void;
  /** Until the next multiple of `until`. */
  play(): void;
  pause(): void;
  step(iterations: number): void;
  /** Noise of this share of the map's extent on every point. */
  perturb(amount: number): void;
  /** From the seed again. */
  restart(): void;
  /** As it was asked for last, before limits. */
  asked(): ProjectionConfig;
  /**
   * Another config: numbers of t-SNE change under way, from the places of now; another method, seed, start, metric or number of
   * dimensions begins anew. It plays as it was played, also after it came to its end.
   */
  change(config: ProjectionConfig): void;
  add(points: ProjectionPoints): void;
  drop(ids: readonly number[]): void;
  ask<Kind extends ProjectionQuestion['kind']>(
    question: Extract<ProjectionQuestion, { readonly kind: Kind }>,
  ): Promise<ProjectionAnswers[Kind] | null>;
  dismissNotice(code: ProjectionNotice['code']): void;
  /** Iterations a second at most; null: as fast as it goes. */
  setPace(pace: number | null): void;
  /** It rests while nobody sees it. */
  setVisible(visible: boolean): void;
  dispose(): void;
}

import type { FailedTier, FromWorker, RunId, TierChoice, ToWorker } from './protocol.ts';

/** What differs from one kind of run to another. */
export interface RunKind {
  /** What `init` says besides what every run's does. */
  readonly start: object;
  readonly info: unknown;
  readonly frame: {
    readonly type: 'frame';
    readonly run: RunId;
    readonly playing: boolean;
    readonly command: number;
  };
  readonly query: unknown;
  readonly answer: unknown;
  readonly failure: { readonly code: string };
}

type InitOf<Kind extends RunKind> = Kind['start'] & {
  readonly type: 'init';
  readonly run: RunId;
  readonly excluded: readonly FailedTier[];
  readonly checkpoint: Uint8Array | null;
};
type QueryOf<Kind extends RunKind> = {
  readonly type: 'query';
  readonly run: RunId;
  readonly id: number;
  readonly query: Kind['query'];
};
/** What a worker that serves such a run is told. */
export type ToServant<Kind extends RunKind> =
  | InitOf<Kind>
  | QueryOf<Kind>
  | Extract<ToWorker, { type: 'play' | 'pause' | 'step' | 'credit' }>;
/** What it says. */
export type FromServant<Kind extends RunKind> =
  | Extract<FromWorker, { type: 'alive' | 'trying' | 'preparing' | 'saved' }>
  | (ReadyOf<Kind['info']> & { readonly type: 'ready'; readonly run: RunId })
  | Kind['frame']
  | {
      readonly type: 'reply';
      readonly run: RunId;
      readonly id: number;
      readonly value: Kind['answer'];
    }
  | { readonly type: 'failed'; readonly run: RunId; readonly failure: Kind['failure'] };

export interface ReadyOf<Info> {
  readonly info: Info;
  readonly choice: TierChoice;
  readonly step: number;
}

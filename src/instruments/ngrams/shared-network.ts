import { createRunStore } from '../../store/run.ts';
import type { Run } from '../../store/run-state.ts';
import type { RunConfig, Tier } from '../../workers/protocol.ts';

/** What a figure wants trained. */
export interface NetworkRequest {
  /** Equal keys: the same network on the same text. */
  readonly key: string;
  readonly config: RunConfig;
  readonly tier: Tier | null;
}

export interface NetworkState {
  /** Null until a figure that shows it is seen. */
  readonly run: Run | null;
  /** Whether it is to train, as far as the reader said. */
  readonly isWanted: boolean;
}

/** One language model for several figures of a page; it trains while any of them is on screen, and rests while none is. */
export interface SharedNetwork {
  get(): NetworkState;
  subscribe(listener: () => void): () => void;
  ask(request: NetworkRequest): void;
  see(figure: object, isSeen: boolean): void;
  play(): void;
  pause(): void;
  /** From the seed, playing. */
  restart(): void;
}

/** It stops here by itself: half a minute's work, more or less. */
export const LAST_STEP = 4000;

const EMPTY: NetworkState = { run: null, isWanted: true };

export function createSharedNetwork(createRun: typeof createRunStore = createRunStore): SharedNetwork {
  const listeners = new Set<() => void>();
  const seen = new Set<object>();
  let state = EMPTY;
  let asked: NetworkRequest | null = null;
  const set = (part: Partial<NetworkState>) => {
    state = { ...state, ...part };
    for (const listener of [...listeners]) listener();
  };
  const begin = () => {
    if (state.run || !asked || seen.size === 0) return;
    const run = createRun({ config: asked.config, probe: null, pinned: asked.tier });
    if (state.isWanted) run.play(null, LAST_STEP);
    set({ run });
  };
  const end = () => {
    state.run?.dispose();
    seen.clear();
    [state, asked] = [EMPTY, null];
  };
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) end();
      };
    },
    ask(request) {
      const isSame = asked?.key === request.key;
      asked = request;
      if (state.run && !isSame) {
        state.run.reconfigure(request.config);
        set({ isWanted: true });
        state.run.play(null, LAST_STEP);
      } else begin();
    },
    see(figure, isSeen) {
      if (isSeen) seen.add(figure);
      else seen.delete(figure);
      begin();
      state.run?.setVisible(seen.size > 0);
    },
    play() {
      set({ isWanted: true });
      state.run?.play(null, LAST_STEP);
    },
    pause() {
      set({ isWanted: false });
      state.run?.pause();
    },
    restart() {
      set({ isWanted: true });
      state.run?.reset();
      state.run?.play(null, LAST_STEP);
    },
  };
}

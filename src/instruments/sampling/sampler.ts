import type { GenerateOptions } from '../../models/language/generate.ts';
import { drawOne, isReady, readOne, type Sample, takeBack } from './sample.ts';

/** The page's clock; tests give their own. */
export interface SamplerTime {
  now(): number;
  later(run: () => void, ms: number): () => void;
}

export const pageTime: SamplerTime = {
  now: () => performance.now(),
  later(run, ms) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Work at a time, ms: half a frame, so that the page stays quick; one step of a large model may take longer. */
const BUDGET = 8;
/** Between two tokens that are to be watched, ms: 8 a second. */
const BEAT = 125;

export interface SamplerState {
  readonly sample: Sample | null;
  /** The token whose distribution is on show, counted among the drawn; null: the one to come. */
  readonly at: number | null;
  /** Tokens still to be drawn, of those asked for at once. */
  readonly wanted: number;
  readonly asked: number;
  readonly playing: boolean;
}

/** Draws a text in slices of time. */
export interface Sampler {
  subscribe(onChange: () => void): () => void;
  state(): SamplerState;
  /** Begins anew, and draws `count` tokens; what was asked for is forgotten. */
  start(sample: Sample, count?: number): void;
  /** Draws so many tokens more, as fast as it goes. */
  draw(count: number): void;
  /** Token by token, to be watched. */
  play(): void;
  /** No token more. */
  pause(): void;
  back(): void;
  look(at: number | null): void;
}

const IDLE = { wanted: 0, asked: 0, playing: false } as const;

/** `options` are asked for at every token: they may change while a text is drawn. */
export function createSampler(options: () => GenerateOptions, time: SamplerTime = pageTime): Sampler {
  let state: SamplerState = { sample: null, at: null, ...IDLE };
  let cancel: (() => void) | null = null;
  const listeners = new Set<() => void>();

  const set = (part: Partial<SamplerState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const schedule = (ms: number) => {
    cancel?.();
    cancel = time.later(work, ms);
  };
  /** One slice, then a rest if there is more to do. */
  function work(): void {
    cancel = null;
    const until = time.now() + BUDGET;
    let [next, goes] = advance(state, options());
    while (goes && !next.playing && time.now() < until) [next, goes] = advance(next, options());
    set(next);
    if (goes) schedule(next.playing && next.sample && isReady(next.sample) ? BEAT : 0);
  }

  return {
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    state: () => state,
    start(sample, count = 0) {
      set({ sample, at: null, playing: false, wanted: count, asked: count });
      schedule(0);
    },
    draw(count) {
      set({ playing: false, wanted: count, asked: count });
      schedule(0);
    },
    play() {
      set({ ...IDLE, playing: true });
      schedule(0);
    },
    pause() {
      set(IDLE);
      if (!state.sample || isReady(state.sample)) cancel?.();
    },
    back() {
      if (!state.sample) return;
      const sample = takeBack(state.sample);
      set({ sample, at: lastOf(sample), ...IDLE });
    },
    look: (at) => set({ at }),
  };
}

const lastOf = ({ draws }: Sample): number | null => (draws.length === 0 ? null : draws.length - 1);

/** One token read or drawn, and whether there is more to do. */
function advance(state: SamplerState, options: GenerateOptions): readonly [SamplerState, boolean] {
  const { sample, wanted, playing } = state;
  if (!sample) return [state, false];
  if (!isReady(sample)) {
    const read = readOne(sample);
    return [{ ...state, sample: read }, !isReady(read) || wanted > 0 || playing];
  }
  if (wanted === 0 && !playing) return [state, false];
  const drawn = drawOne(sample, options);
  if (drawn === null) return [{ ...state, ...IDLE }, false];
  const left = playing ? 0 : wanted - 1;
  const next = { ...state, sample: drawn, at: lastOf(drawn), wanted: left };
  return [left > 0 || playing ? next : { ...next, ...IDLE }, left > 0 || playing];
}

import { type RefObject, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { FigureState } from '../../store/figure.ts';
import { usePlaying } from '../runs/usePlaying.ts';
import { useSeen } from '../runs/useSeen.ts';
import {
  createSharedTaggers,
  type SharedTaggers,
  type Taggers,
  type TaggersState,
} from './shared-taggers.ts';
import { isSame, sharedPart, type TaggerSettings } from './tagger-settings.ts';
import { type ReadSentence, readSentence } from './task.ts';

/** Steps a second while a reader watches: a hundred steps take a few seconds. */
const WATCHED = 25;

const prefersStillness = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset.motion === 'reduce';

/** One set for the page: every figure of the lesson shows the same networks and sentences. */
const SHARED = createSharedTaggers({ pace: () => (prefersStillness() ? null : WATCHED) });

export interface TaggersView<T extends TaggerSettings>
  extends Omit<TaggersState, 'settings'>,
    Pick<SharedTaggers, 'play' | 'pause' | 'restart'> {
  /** The figure's own settings, with what all figures share. */
  readonly figure: FigureState<T>;
  readonly sentences: readonly [ReadSentence, ReadSentence];
  readonly playing: boolean;
  /** The networks when they last were at rest while the figure was on screen: for what takes long to measure. */
  readonly settled: Taggers | null;
}

/** A link's networks, and a talk's, go before those that were there; a stop that says nothing of them leaves them. */
function useOpened<T extends TaggerSettings>({ settings, linked, arrivals }: FigureState<T>): void {
  const opened = useRef(settings);
  opened.current = settings;
  const seen = useRef<{ readonly arrivals: number; readonly shared: TaggerSettings } | null>(null);
  useEffect(() => {
    const before = seen.current;
    const shared = sharedPart(opened.current);
    seen.current = { arrivals, shared };
    if (before && (before.arrivals === arrivals || isSame(before.shared, shared))) return;
    if (before || linked || SHARED.get().settings === null) SHARED.ask(shared);
  }, [arrivals, linked]);
  useEffect(
    () => () => {
      seen.current = null;
    },
    [],
  );
}

/** While they train, a figure off screen keeps the networks that it has: nobody sees them, and ten times a second is often. */
function useShown(taggers: Taggers | null, isSeen: boolean, playing: boolean) {
  const kept = useRef({ shown: taggers, settled: null as Taggers | null });
  const { current } = kept;
  if (isSeen || !playing || current.shown === null) current.shown = taggers;
  if (isSeen && !playing) current.settled = taggers;
  return { taggers: current.shown, settled: current.settled };
}

/** A figure's settings joined with the networks of the page; `frame` says when the figure is on screen. */
export function useTaggers<T extends TaggerSettings>(
  frame: RefObject<HTMLElement | null>,
  figure: FigureState<T>,
): TaggersView<T> {
  const { settings: shared, ...state } = useSyncExternalStore(SHARED.subscribe, SHARED.get, SHARED.get);
  useOpened(figure);
  const { settings, change } = figure;
  const { now } = useSeen(frame);
  useEffect(() => {
    SHARED.see(frame, now);
    return () => SHARED.see(frame, false);
  }, [frame, now]);
  const latest = useRef(settings);
  latest.current = settings;
  const changeBoth = useCallback(
    (part: Partial<T>) => {
      const next = { ...latest.current, ...SHARED.get().settings, ...part };
      SHARED.ask(sharedPart(next));
      // The figure's own link carries the networks that it now shows.
      change({ ...sharedPart(next), ...part } as Partial<T>);
    },
    [change],
  );
  const merged = useMemo(() => (shared ? { ...settings, ...shared } : settings), [settings, shared]);
  const { first, second } = merged;
  const sentences = useMemo(() => [readSentence(first), readSentence(second)] as const, [first, second]);
  const moving = usePlaying(state.runs);
  const playing = state.isWanted && moving;
  return {
    ...state,
    ...useShown(state.taggers, now, playing),
    figure: { ...figure, settings: merged, change: changeBoth },
    sentences,
    playing,
    play: SHARED.play,
    pause: SHARED.pause,
    restart: SHARED.restart,
  };
}

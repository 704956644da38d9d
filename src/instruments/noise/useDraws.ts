import { useEffect, useMemo, useRef, useState } from 'react';
import { createNoiseTable, type FollowedDraw, followDraw, type NoiseTable } from './draws.ts';
import { type DrawHistory, drawUntil, type Rival, startHistory } from './history.ts';
import { MOST_DRAWS, type NoiseChoice } from './settings.ts';
import type { NoiseWord } from './words.ts';

/** How far the one draw that is followed has got: its number, its column, its word. */
export type Phase = 'number' | 'column' | 'word';

export interface Draws {
  readonly table: NoiseTable;
  readonly rivals: Readonly<Record<Rival, Float64Array>>;
  readonly history: DrawHistory;
  /** The draw on show, as far as `phase` says; null before the first one. */
  readonly followed: { readonly draw: FollowedDraw; readonly phase: Phase } | null;
  readonly playing: boolean;
  /** One part further of the next draw; its last part counts it. */
  advance(): void;
  more(count: number): void;
  toggle(): void;
}

const NEXT: Readonly<Record<Phase, Phase>> = { number: 'column', column: 'word', word: 'number' };
/** Draws of one frame while it plays: about 600 a second at first, faster as they grow many. */
const perFrame = (draws: number): number => Math.max(10, Math.round(draws / 200));

/** Draws of the words' noise, as many as the settings say; null without words. */
export function useDraws(
  words: readonly NoiseWord[],
  { exponent, seed, draws }: NoiseChoice,
  onDraws: (draws: number) => void,
): Draws | null {
  const tables = useMemo(() => tablesOf(words, exponent), [words, exponent]);
  const history = useHistory(tables, seed, draws);
  const [phase, setPhase] = useState<Phase>('word');
  const playing = usePlay(draws, onDraws);
  // Another noise, or other draws in between: what is on show is a whole draw again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts.
  useEffect(() => setPhase('word'), [tables, seed, draws]);
  if (!tables || !history) return null;
  const { tally } = history;
  const isWhole = phase === 'word';
  const shown = isWhole && tally.draws === 0 ? null : (isWhole ? tally.before : tally.state).slice();
  return {
    ...tables,
    history,
    followed: shown && { draw: followDraw(shown, tables.table), phase },
    playing: playing.on,
    advance() {
      playing.stop();
      if (phase === 'column') onDraws(Math.min(MOST_DRAWS, draws + 1));
      setPhase(NEXT[phase]);
    },
    more(count) {
      onDraws(Math.min(MOST_DRAWS, draws + count));
    },
    toggle: playing.toggle,
  };
}

function tablesOf(words: readonly NoiseWord[], exponent: number) {
  if (words.length === 0) return null;
  const counts = words.map(({ count }) => count);
  const of = (a: number) => createNoiseTable(counts, a);
  const table = of(exponent);
  const rivals = { own: table.probabilities, uniform: of(0).probabilities, unigram: of(1).probabilities };
  return { table, rivals };
}

/** Goes on from the draws that are there, unless noise or seed are others or fewer are asked for. */
function useHistory(tables: ReturnType<typeof tablesOf>, seed: number, draws: number): DrawHistory | null {
  const last = useRef<DrawHistory | null>(null);
  return useMemo(() => {
    if (!tables) return null;
    const before = last.current;
    const goesOn = before?.table === tables.table && before.seed === seed && before.tally.draws <= draws;
    const history = drawUntil(goesOn ? before : startHistory(tables.table, seed), tables.rivals, draws);
    last.current = history;
    return history;
  }, [tables, seed, draws]);
}

/** Draws more with every frame, until there are enough or it is stopped. */
function usePlay(draws: number, onDraws: (draws: number) => void) {
  const [on, setOn] = useState(false);
  const latest = useRef({ draws, onDraws });
  latest.current = { draws, onDraws };
  useEffect(() => {
    if (!on) return;
    let frame = requestAnimationFrame(function go() {
      const { draws: now, onDraws: tell } = latest.current;
      if (now >= MOST_DRAWS) return setOn(false);
      tell(Math.min(MOST_DRAWS, now + perFrame(now)));
      frame = requestAnimationFrame(go);
    });
    return () => cancelAnimationFrame(frame);
  }, [on]);
  return { on, stop: () => setOn(false), toggle: () => setOn(!on) };
}

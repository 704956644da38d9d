import { useEffect, useMemo, useRef, useState } from 'react';
import { GATE_MILLISECONDS } from '../../components/controls/speed.ts';
import { huffmanMerges, huffmanTree, type Merge } from '../../models/softmax/huffman.ts';
import type { SoftmaxTree } from '../../models/softmax/tree.ts';
import { type QueueState, queueAt } from './queue.ts';

/** A construction under way. */
export interface Merges {
  readonly counts: ArrayLike<number>;
  readonly merges: readonly Merge[];
  readonly tree: SoftmaxTree;
  /** Merges done, 0 … V − 1. */
  readonly at: number;
  readonly queue: QueueState;
  readonly playing: boolean;
  go(at: number): void;
  toggle(): void;
}

/** Frames of a film that goes on by itself at least take so long. */
const LEAST = 40;

/** Plays merges: several at a time where one would be over before it is seen. */
function usePlay(at: number, last: number, speed: number, go: (at: number) => void) {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ at, last, go });
  latest.current = { at, last, go };
  useEffect(() => {
    if (!playing) return;
    const each = GATE_MILLISECONDS / speed;
    const jump = Math.max(1, Math.round(LEAST / each));
    const timer = setInterval(() => {
      const now = latest.current;
      if (now.at >= now.last) return setPlaying(false);
      now.go(Math.min(now.last, now.at + jump));
      if (now.at + jump >= now.last) setPlaying(false);
    }, each * jump);
    return () => clearInterval(timer);
  }, [playing, speed]);
  return { playing, setPlaying };
}

/** Huffman's construction over these counts after `at` merges, with what moves it. */
export function useMerges(
  counts: ArrayLike<number>,
  settings: { readonly at: number; readonly speed: number },
  onAt: (at: number) => void,
): Merges {
  const made = useMemo(() => ({ merges: huffmanMerges(counts), tree: huffmanTree(counts) }), [counts]);
  const last = made.merges.length;
  const at = Math.min(settings.at, last);
  const { playing, setPlaying } = usePlay(at, last, settings.speed, onAt);
  const queue = useMemo(() => queueAt(counts, made.merges, at), [counts, made, at]);
  return {
    ...made,
    counts,
    at,
    queue,
    playing,
    go: (to) => {
      setPlaying(false);
      onAt(Math.max(0, Math.min(last, to)));
    },
    toggle: () => {
      if (!playing && at >= last) onAt(0);
      setPlaying(!playing);
    },
  };
}

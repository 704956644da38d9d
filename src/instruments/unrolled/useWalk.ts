import { useEffect, useRef, useState } from 'react';
import { GATE_MILLISECONDS } from '../../components/controls/speed.ts';

export interface Walk {
  readonly playing: boolean;
  readonly speed: number;
  setSpeed(speed: number): void;
  start(): void;
  stop(): void;
}

/** Calls `advance` once a gate while it plays; it stops by itself when `advance` says that the end is reached. */
export function useWalk(advance: () => boolean): Walk {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const latest = useRef(advance);
  useEffect(() => {
    latest.current = advance;
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      if (!latest.current()) setPlaying(false);
    }, GATE_MILLISECONDS / speed);
    return () => clearInterval(timer);
  }, [playing, speed]);
  return { playing, speed, setSpeed, start: () => setPlaying(true), stop: () => setPlaying(false) };
}

import { useEffect, useState } from 'react';
import type { Run } from '../../store/run-state.ts';

/** Milliseconds of a training step as last measured while it trained: a run that has stopped has no speed of its own. */
export function useMilliseconds(run: Run): number | null {
  const [milliseconds, setMilliseconds] = useState<number | null>(null);
  useEffect(
    () =>
      run.store.subscribe(({ frame, phase }) => {
        if (phase === 'starting') setMilliseconds(null);
        else if (frame?.playing && frame.stepsPerSecond > 0) setMilliseconds(1000 / frame.stepsPerSecond);
      }),
    [run],
  );
  return milliseconds;
}

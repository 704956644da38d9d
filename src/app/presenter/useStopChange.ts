import { useEffect, useRef } from 'react';
import type { LessonStop } from '../../instruments/link/stops.ts';
import { type StopPlace, writeStop } from '../../url/stop.ts';
import { createStageAddresses, type StageAddresses } from './stageAddresses.ts';
import { fieldsAt, openingHash, type Stop } from './talk.ts';

const replace = (hash: string): void => window.history.replaceState(window.history.state, '', hash);

/** Place of the stop from which the figures start: the one that the address names among the prepared. */
function openingIndex(prepared: readonly LessonStop[], { stop, figure }: StopPlace): number {
  const byId = prepared.findIndex(({ id }) => id === stop);
  return byId >= 0
    ? byId
    : Math.max(
        0,
        prepared.findIndex(({ at }) => at === figure),
      );
}

/** Figures' addresses on the stage. Only the figure on show writes its changes behind the stop in the address. */
export function useStageAddresses(
  prepared: readonly LessonStop[],
  place: StopPlace,
  current: { readonly current: Stop | null },
): StageAddresses {
  const made = useRef<StageAddresses | null>(null);
  made.current ??= createStageAddresses({
    opening: (figure) =>
      figure === place.figure ? place.state : openingHash(prepared, openingIndex(prepared, place), figure),
    onChange: (figure, hash) => {
      if (current.current?.at === figure) replace(writeStop(current.current.id, hash));
    },
  });
  return made.current;
}

/** At every change of the stop: the address names it, and its figure is set to what it wants. */
export function useStopChange(
  stop: Stop | null,
  index: number,
  prepared: readonly LessonStop[],
  place: StopPlace,
  addresses: StageAddresses,
): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (!stop || last.current === stop.id) return;
    const isFirst = last.current === null;
    last.current = stop.id;
    replace(writeStop(stop.id, isFirst && place.figure === stop.at ? place.state : ''));
    const fields = fieldsAt(prepared, index, stop.at);
    if (!isFirst && Object.keys(fields).length > 0) addresses.arrive(stop.at, fields);
  }, [stop, index, prepared, place, addresses]);
}

import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { Locale } from '../../i18n/locale.ts';
import type { LessonStop } from '../../instruments/link/stops.ts';
import type { StopPlace } from '../../url/stop.ts';
import type { Clock } from './clock.ts';
import { collectFigures } from './collectFigures.ts';
import { type Command, opening, type Presentation, present } from './presentation.ts';
import { composeTalk, findStop, lastPrepared, type Stop } from './talk.ts';

export interface Talk {
  readonly stops: readonly Stop[];
  /** Place of the last prepared stop. */
  readonly last: number;
  readonly state: Presentation;
  /** A stop that the address names and nobody prepared; null: all is well. */
  readonly missing: string | null;
}

interface TalkOptions {
  readonly page: RefObject<HTMLElement | null>;
  readonly prepared: readonly LessonStop[];
  readonly locale: Locale;
  readonly place: StopPlace;
  readonly clock: Clock | undefined;
}

/** The talk about the lesson that is mounted in `page`, and where it stands. Null until the lesson is there: it names its figures. */
export function useTalk(options: TalkOptions) {
  const { page, prepared, locale, place, clock } = options;
  const [stops, setStops] = useState<readonly Stop[] | null>(null);
  const [state, setState] = useState<Presentation | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the talk opens, and at what time, is asked once
  useLayoutEffect(() => {
    if (!page.current) return;
    const talk = composeTalk(prepared, collectFigures(page.current), locale);
    const found = findStop(talk, place);
    setStops(talk);
    setMissing(found.missing);
    setState((old) => old ?? opening(found.index, clock));
  }, [page, prepared, locale]);
  const extent = useMemo(() => stops && { count: stops.length, last: lastPrepared(stops) }, [stops]);
  const send = useCallback(
    (command: Command) => setState((old) => old && extent && present(old, command, extent)),
    [extent],
  );
  const talk: Talk | null = stops && state && extent && { stops, state, missing, last: extent.last };
  return { talk, send, dismiss: () => setMissing(null) };
}

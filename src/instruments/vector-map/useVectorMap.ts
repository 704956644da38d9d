import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type {
  MapLegend,
  MapLink,
  MapPoints,
  PointMapHandle,
} from '../../components/plots/point-map/types.ts';
import type { Projection, ProjectionState } from '../../store/projection-state.ts';
import type { VectorSet } from '../../store/vectors-state.ts';
import { useProjection } from '../projection-run/useProjection.ts';
import { useProjectionState } from '../projection-run/useProjectionState.ts';
import { hasCharacters } from '../vector-panels/panel.ts';
import { readWords, writeWords } from '../vector-panels/word-lists.ts';
import { projectionConfig } from './config.ts';
import { type FullRows, type KeptNear, keptNear, rowsInOrder, unitRows } from './near.ts';
import type { MapRows } from './rows.ts';
import { FIRST, type MapSettings } from './settings.ts';
import { type AxisMap, useAxisPoints } from './useAxisPoints.ts';
import { useColouring } from './useColouring.ts';
import { type ShownPoints, useColoured, useMapPoints } from './useMapPoints.ts';
import { useMapRows } from './useMapRows.ts';
import { type Trust, useTrust } from './useTrust.ts';

/** Neighbours that are drawn over the map. */
export const NEAR = 10;

/** Two words that a line joins: an analogy's pairs. */
export interface WordPair {
  readonly from: string;
  readonly to: string;
}

export interface VectorMapOptions {
  /** Null: it is being opened. */
  readonly set: VectorSet | null;
  readonly settings: MapSettings;
  readonly change: (part: Partial<MapSettings>) => void;
  readonly selected: string | null;
  readonly onSelect: (word: string | null) => void;
  /** The word that is pointed at elsewhere on the page, and here. */
  readonly lit?: string | null | undefined;
  readonly onLight?: ((word: string | null) => void) | undefined;
  /** Drawn over the map where both words are on it: the first blue, the second orange. */
  readonly pairs?: readonly WordPair[] | undefined;
}

/** What is known of the selected word's neighbourhood. */
export interface NearOnMap extends KeptNear {
  readonly at: number;
}

export interface VectorMapModel {
  readonly options: VectorMapOptions;
  readonly handle: RefObject<PointMapHandle | null>;
  readonly rows: MapRows | null;
  readonly points: MapPoints | null;
  readonly legend: MapLegend | null;
  readonly links: readonly MapLink[];
  /** Index of the word's point; −1: it is not on the map. */
  readonly indexOf: (word: string | null) => number;
  readonly wordOf: (index: number) => string | null;
  readonly near: NearOnMap | null;
  readonly projection: Projection | null;
  readonly state: ProjectionState | null;
  readonly axes: AxisMap;
  readonly trust: Trust | null;
  /** Words that a lasso holds; null: none was drawn. */
  readonly held: readonly string[] | null;
  readonly hold: (words: readonly string[] | null) => void;
  /** Flies to a word; it is put on the map first where it is not on it. */
  readonly goTo: (word: string) => void;
  readonly drop: (words: readonly string[]) => void;
  readonly keepOnly: (words: readonly string[]) => void;
}

/** What a part of the map's figure is given. */
export interface MapPart {
  readonly map: VectorMapModel;
}

/** The nearest of the selected point, and which of them the map keeps near; looked at again as `moment` says. */
function useNear(
  full: FullRows | null,
  shown: ShownPoints | null,
  at: number,
  { distances, links }: MapSettings,
  moment: string,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: positions are overwritten; the moment says when to look again.
  return useMemo((): NearOnMap | null => {
    if (!full || !shown || at < 0 || !links) return null;
    const { positions, dimensions } = shown.points;
    const rows = distances === 'cosine' ? full.units : full.values;
    return { at, ...keptNear(rows, full.dimensions, positions, dimensions, at, NEAR) };
  }, [full, shown, at, links, distances, moment]);
}

/** The vectors of a map's points in their order, as they are and of length 1; null while words come or go. */
function useFullRows(rows: MapRows | null, shown: ShownPoints | null): FullRows | null {
  return useMemo(() => {
    if (!rows || !shown || shown.ids.length !== rows.ids.length) return null;
    const { dimensions } = rows;
    const values = rowsInOrder(rows.ids, rows.vectors, dimensions, shown.ids);
    return { values, units: unitRows(values, dimensions), dimensions };
  }, [rows, shown]);
}

/** A flight to a word that may have to come onto the map first. */
function useFlight(
  handle: RefObject<PointMapHandle | null>,
  points: MapPoints | null,
  indexOf: (word: string) => number,
) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const word = wanted.current;
    const index = word === null || !points ? -1 : indexOf(word);
    if (index < 0) return;
    wanted.current = null;
    handle.current?.flyTo(index);
  }, [handle, points, indexOf]);
  return (word: string) => {
    const index = indexOf(word);
    if (index >= 0) handle.current?.flyTo(index);
    wanted.current = index >= 0 ? null : word;
    return index >= 0;
  };
}

/** A word that is newly selected elsewhere comes into sight; one that is in sight already stays where it is. */
function useBringIntoSight(handle: RefObject<PointMapHandle | null>, word: string | null, at: number): void {
  const before = useRef(word);
  useEffect(() => {
    const isNew = before.current !== word;
    before.current = word;
    if (!isNew || at < 0 || !handle.current) return;
    if (!handle.current.inSight().includes(at)) handle.current.flyTo(at);
  }, [handle, word, at]);
}

function linksOf(near: NearOnMap | null, pairs: readonly WordPair[], indexOf: (word: string) => number) {
  const neighbours = near?.nearest.map((to) => ({ from: near.at, to, kind: 'neighbour' }) as const) ?? [];
  const joined = pairs.flatMap(({ from, to }, i): readonly MapLink[] => {
    const ends = { from: indexOf(from), to: indexOf(to) };
    const isWhole = ends.from >= 0 && ends.to >= 0;
    return isWhole ? [{ ...ends, kind: i % 2 === 0 ? 'first-pair' : 'second-pair' }] : [];
  });
  return [...neighbours, ...joined];
}

const NO_PAIRS: readonly WordPair[] = [];

/** Everything about one map of an open set: rows, projection, colours, links, flights. `frame` is what has to be seen for it to run. */
export function useVectorMap(
  frame: RefObject<HTMLElement | null>,
  options: VectorMapOptions,
): VectorMapModel {
  const { set, settings, change, selected, pairs = NO_PAIRS } = options;
  const handle = useRef<PointMapHandle>(null);
  const [held, hold] = useState<readonly string[] | null>(null);
  const rows = useMapRows(set, settings);
  const isAxes = settings.projection === 'axes';
  const subject = `${set?.info.id} ${settings.mapCentred} ${settings.only === ''}`;
  const config = projectionConfig(settings, rows?.ids.length ?? 0);
  const projection = useProjection(frame, config, isAxes ? null : rows, { autoplay: true, subject });
  const state = useProjectionState(projection);
  const axes = useAxisPoints(set, rows, settings);
  const projected = useMapPoints(handle, projection, rows);
  const shown = isAxes ? axes.shown : projected;
  const full = useFullRows(rows, shown);
  const colouring = useColouring(projection, shown, rows, full, settings);
  const points = useColoured(shown, colouring);
  const places = useMemo(() => new Map((shown?.points.labels ?? []).map((word, i) => [word, i])), [shown]);
  const indexOf = useMemo(
    () => (word: string | null) => (word === null ? -1 : (places.get(word) ?? -1)),
    [places],
  );
  const at = indexOf(selected);
  const isMoving = state?.phase === 'running';
  const moment = isMoving
    ? `${Math.floor((state?.iteration ?? 0) / 50)}`
    : `${state?.phase} ${state?.iteration}`;
  const near = useNear(full, shown, at, settings, moment);
  const links = useMemo(() => linksOf(near, pairs, indexOf), [near, pairs, indexOf]);
  const fly = useFlight(handle, points, indexOf);
  useBringIntoSight(handle, selected, at);
  const trust = useTrust(projection, state);
  const listed = (text: string) =>
    set ? readWords(text, { most: FIRST.most, characters: hasCharacters(set) }) : [];
  return {
    options,
    handle,
    rows,
    points,
    legend: points?.classes ? (colouring?.legend ?? null) : null,
    links,
    indexOf,
    wordOf: (index) => shown?.points.labels[index] ?? null,
    near,
    projection,
    state,
    axes,
    trust,
    held,
    hold,
    goTo(word) {
      options.onSelect(word);
      if (fly(word)) return;
      const dropped = listed(settings.dropped).filter((each) => each !== word);
      const added = [...new Set([...listed(settings.added), word])];
      change({ added: writeWords(added), dropped: writeWords(dropped) });
    },
    drop(words) {
      change({ dropped: writeWords([...new Set([...listed(settings.dropped), ...words])]) });
    },
    keepOnly(words) {
      change({ only: writeWords(words), added: '', dropped: '' });
    },
  };
}

import { useMemo } from 'react';
import type { VectorSet, WordAxis } from '../../store/vectors-state.ts';
import { hasCharacters } from '../vector-panels/panel.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { placesAlong, readAxis } from './axes.ts';
import type { MapRows } from './rows.ts';
import type { MapSettings } from './settings.ts';
import type { ShownPoints } from './useMapPoints.ts';

export interface AxisMap {
  readonly shown: ShownPoints | null;
  readonly axes: readonly WordAxis[] | null;
  readonly missing: readonly string[];
}

/** The axes that the settings name; null: fewer than two are whole. */
export function axesOf(set: VectorSet | null, { across, up }: MapSettings): readonly WordAxis[] | null {
  if (!set) return null;
  const axes = [across, up].flatMap((typed) => readAxis(typed, hasCharacters(set)) ?? []);
  return axes.length === 2 ? axes : null;
}

/** Points on axes of the reader's own: the cosine of each word with the way from some words to others. */
export function useAxisPoints(set: VectorSet | null, rows: MapRows | null, settings: MapSettings): AxisMap {
  const { across, up, mapCentred } = settings;
  const isWanted = settings.projection === 'axes';
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the settings the axes' texts alone matter.
  const axes = useMemo(() => (isWanted ? axesOf(set, settings) : null), [set, isWanted, across, up]);
  const first = useMemo(() => (rows ? rows.ids.reduce((most, id) => Math.max(most, id + 1), 0) : 0), [rows]);
  const { answer, question } = useAnswer(
    set,
    axes && first > 0 ? { kind: 'axes', axes, first, centred: mapCentred } : null,
  );
  const shown = useMemo((): ShownPoints | null => {
    if (!rows || !answer || question?.first !== first) return null;
    const { ids, words } = rows;
    const points = {
      count: ids.length,
      dimensions: 2,
      positions: placesAlong(answer.coordinates, 2, ids),
      labels: words,
      importance: Float32Array.from(ids, (id) => -id),
      classes: null,
    };
    return { points, ids, revision: 0 };
  }, [rows, answer, question, first]);
  return { shown: isWanted ? shown : null, axes, missing: answer?.missing ?? [] };
}

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { MapPoints, PointMapHandle } from '../../components/plots/point-map/types.ts';
import { isCalm } from '../../components/plots/point-map/usePointMap.ts';
import type { Projection, ProjectionFrame, ProjectionState } from '../../store/projection-state.ts';
import type { Colouring } from './colouring.ts';
import type { MapRows } from './rows.ts';

/** Iterations between two drawings for readers who want no motion. */
const CALM_STEP = 250;

/** Points as a map has them, whose positions are overwritten while it is made. */
interface LivePoints extends MapPoints {
  positions: Float32Array;
}

/** Points of one order of ids: what is drawn until points come or go. */
export interface ShownPoints {
  readonly points: MapPoints;
  readonly ids: Int32Array;
  readonly revision: number;
}

function wordsOf(rows: MapRows, ids: Int32Array): readonly string[] {
  const words = new Map(rows.words.map((word, i) => [rows.ids[i] ?? -1, word]));
  return Array.from(ids, (id) => words.get(id) ?? '');
}

function livePoints(ids: Int32Array, labels: readonly string[], positions: Float32Array): LivePoints {
  const dimensions = positions.length / ids.length;
  const importance = Float32Array.from(ids, (id) => -id);
  return { count: ids.length, dimensions, positions, labels, importance, classes: null };
}

/** Readers who want no motion see a map at rest, and now and then how far it is. */
const isDue = ({ iteration }: ProjectionFrame, { phase }: ProjectionState, drawn: number): boolean =>
  !isCalm() || phase !== 'running' || Math.abs(iteration - drawn) >= CALM_STEP;

/**
 * What the map shows of a projection: new points when words come or go, new positions with every frame, past React. The words of
 * points that have just left are kept until the frame without them is there.
 */
export function useMapPoints(
  map: RefObject<PointMapHandle | null>,
  projection: Projection | null,
  rows: MapRows | null,
): ShownPoints | null {
  const [shown, setShown] = useState<ShownPoints | null>(null);
  const live = useRef<LivePoints | null>(null);
  const known = useRef(rows);
  known.current = rows;
  useEffect(() => {
    if (!projection) return;
    let [revision, drawn] = [-1, 0];
    const begin = (positions: Float32Array, state: ProjectionState) => {
      if (!known.current) return;
      const { ids } = state;
      live.current = livePoints(ids, wordsOf(known.current, ids), positions.slice());
      revision = state.revision;
      setShown({ points: live.current, ids, revision });
    };
    const take = (frame: ProjectionFrame) => {
      const state = projection.store.getState();
      // Words have come or gone, and the page does not know yet which.
      if (frame.revision !== state.revision || state.ids.length === 0) return;
      const before = live.current;
      const isSame = revision === frame.revision && before?.positions.length === frame.positions.length;
      if (!before || !isSame) begin(frame.positions, state);
      else if (isDue(frame, state, drawn)) {
        drawn = frame.iteration;
        // The frame's own memory goes back to the worker.
        before.positions.set(frame.positions);
        map.current?.redraw();
      }
    };
    const takeLatest = () => {
      const latest = projection.latest();
      if (latest) take(latest);
    };
    takeLatest();
    const unhear = projection.onFrame(take);
    // Where it came to rest counts, even for those who were not shown the way.
    const unwatch = projection.store.subscribe(({ phase }, { phase: before }) => {
      if (phase !== before && phase !== 'running') takeLatest();
    });
    return () => {
      unhear();
      unwatch();
      live.current = null;
      setShown(null);
    };
  }, [projection, map]);
  return shown;
}

/** The same points with classes of colour. */
export function useColoured(shown: ShownPoints | null, colouring: Colouring | null): MapPoints | null {
  return useMemo(() => {
    if (!shown) return null;
    const fits = colouring?.classes.length === shown.points.count;
    const live = shown.points;
    return {
      count: live.count,
      dimensions: live.dimensions,
      get positions() {
        return live.positions;
      },
      labels: live.labels,
      importance: live.importance,
      classes: fits ? colouring.classes : null,
    };
  }, [shown, colouring]);
}

import {
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { canonicalJson } from '../../models/canonical.ts';
import { createProjection } from '../../store/projection.ts';
import type { Projection, ProjectionConfig, ProjectionPoints } from '../../store/projection-state.ts';
import { usePinnedTier } from '../../store/settings.ts';
import { useSeen } from '../runs/useSeen.ts';

/** Several small maps of the same points, as one figure holds them. */
export interface Projections {
  /** In the order of the configs; null until the figure is first seen. */
  readonly maps: readonly Projection[] | null;
  readonly isRunning: boolean;
  play(): void;
  pause(): void;
  restart(): void;
}

export interface ProjectionsRequest {
  /** Iterations a second at most; null: as fast as it goes. */
  readonly pace: number | null;
}

/**
 * Small maps that share one worker. They begin, running, when the figure is first seen, and rest while it is not. Other configs
 * change them under way; other points, or another number of maps, begin anew.
 */
export function useProjections(
  frame: RefObject<HTMLElement | null>,
  configs: readonly ProjectionConfig[],
  points: ProjectionPoints,
  { pace }: ProjectionsRequest,
): Projections {
  const pinned = usePinnedTier();
  const { ever, now } = useSeen(frame);
  const [maps, setMaps] = useState<readonly Projection[] | null>(null);
  const latest = useRef({ configs, pace });
  latest.current = { configs, pace };
  const count = configs.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of maps is other maps.
  useEffect(() => {
    if (!ever) return;
    const { configs: first, pace: at } = latest.current;
    const made = first.map((config) => createProjection(config, points, { pinned, isSmall: true, pace: at }));
    for (const map of made) map.play();
    setMaps(made);
    return () => {
      for (const map of made) map.dispose();
      setMaps(null);
    };
  }, [ever, pinned, points, count]);
  useEffect(() => {
    maps?.forEach((map, i) => {
      const config = configs[i];
      if (config && canonicalJson(config) !== canonicalJson(map.asked())) map.change(config);
    });
  }, [maps, configs]);
  useEffect(() => {
    for (const map of maps ?? []) map.setPace(pace);
  }, [maps, pace]);
  useEffect(() => {
    for (const map of maps ?? []) map.setVisible(now);
  }, [maps, now]);
  const each = useCallback(
    (act: (map: Projection) => void) => () => {
      for (const map of maps ?? []) act(map);
    },
    [maps],
  );
  const isRunning = useAnyRunning(maps);
  return useMemo(
    () => ({
      maps,
      isRunning,
      play: each((map) => map.play()),
      pause: each((map) => map.pause()),
      restart: each((map) => {
        map.restart();
        map.play();
      }),
    }),
    [maps, isRunning, each],
  );
}

const MOVING: readonly string[] = ['running', 'neighbours', 'affinities'];

/** Whether any of them still moves, as far as the page knows. */
function useAnyRunning(maps: readonly Projection[] | null): boolean {
  return useSyncExternalStore(
    useCallback(
      (onChange: () => void) => {
        const stops = (maps ?? []).map((map) => map.store.subscribe(onChange));
        return () => {
          for (const stop of stops) stop();
        };
      },
      [maps],
    ),
    () => (maps ?? []).some((map) => MOVING.includes(map.store.getState().phase)),
  );
}

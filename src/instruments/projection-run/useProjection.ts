import { type RefObject, useEffect, useRef, useState } from 'react';
import { canonicalJson } from '../../models/canonical.ts';
import { createProjection } from '../../store/projection.ts';
import type { Projection, ProjectionConfig, ProjectionPoints } from '../../store/projection-state.ts';
import { usePinnedTier } from '../../store/settings.ts';
import { useSeen } from '../runs/useSeen.ts';
import { pointChanges } from './point-changes.ts';

export interface ProjectionRequest {
  /** Whether it moves as soon as it is seen. */
  readonly autoplay?: boolean;
  /** Shares one worker with all other small maps of the page. */
  readonly isSmall?: boolean;
  /** Iterations a second at most; null or absent: as fast as it goes. */
  readonly pace?: number | null;
  /** Whose points these are: where it changes, a map of other points begins, even if ids are alike. */
  readonly subject?: unknown;
}

/**
 * One map for as long as the figure is mounted, from when it is first seen; it rests while it is not. Null before that, and while
 * there are no points. Another config or other points of the same subject change it under way (see `Projection.change`, `add`,
 * `drop`); an equal config, made anew with every drawing, changes nothing, and neither do the same points.
 */
export function useProjection(
  frame: RefObject<HTMLElement | null>,
  config: ProjectionConfig,
  points: ProjectionPoints | null,
  { autoplay = false, isSmall = false, pace = null, subject = null }: ProjectionRequest = {},
): Projection | null {
  const pinned = usePinnedTier();
  const { ever, now } = useSeen(frame);
  const [projection, setProjection] = useState<Projection | null>(null);
  const latest = useRef({ config, points, autoplay, pace });
  latest.current = { config, points, autoplay, pace };
  const shown = useRef<ProjectionPoints | null>(null);
  const d = points?.dimensions ?? 0;
  const canBegin = ever && points !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: points of another subject, or of other dimensions, are another map's.
  useEffect(() => {
    const { config: first, points: begun, autoplay: plays, pace: at } = latest.current;
    if (!canBegin || !begun) return;
    const made = createProjection(first, begun, { pinned, isSmall, pace: at });
    shown.current = begun;
    if (plays) made.play();
    setProjection(made);
    return () => {
      made.dispose();
      setProjection(null);
    };
  }, [canBegin, pinned, subject, d, isSmall]);
  useEffect(() => {
    if (projection && canonicalJson(config) !== canonicalJson(projection.asked())) projection.change(config);
  }, [projection, config]);
  useEffect(() => {
    const before = shown.current;
    if (!projection || !points || !before || points === before) return;
    shown.current = points;
    const { added, dropped } = pointChanges(before, points);
    if (dropped.length > 0) projection.drop(dropped);
    if (added) projection.add(added);
  }, [projection, points]);
  useEffect(() => projection?.setPace(pace), [projection, pace]);
  useEffect(() => projection?.setVisible(now), [projection, now]);
  return projection;
}

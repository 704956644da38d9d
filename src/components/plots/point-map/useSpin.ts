import { type RefObject, useEffect, useState } from 'react';
import type { MapScene } from './scene.ts';
import { isCalm } from './usePointMap.ts';

/** Whether a map of three dimensions turns by itself: depth is seen in motion. Never for readers who want no motion. */
export function useSpin(
  scene: RefObject<MapScene | null>,
  isSolid: boolean,
): readonly [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => typeof window !== 'undefined' && !isCalm());
  useEffect(() => {
    scene.current?.spin(isOn && isSolid);
  }, [scene, isOn, isSolid]);
  return [isOn && isSolid, setOn];
}

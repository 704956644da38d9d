import { useState, useSyncExternalStore } from 'react';
import { changeWish, stageZoom } from './scale.ts';

const subscribe = (onChange: () => void) => {
  addEventListener('resize', onChange);
  return () => removeEventListener('resize', onChange);
};

export type SizeAction = 'larger' | 'smaller' | 'fitted';

/** How much the stage is enlarged: as the window wants it, times what the speaker wishes. */
export function useStageZoom(): readonly [number, (action: SizeAction) => void] {
  const [wish, setWish] = useState(1);
  const zoom = useSyncExternalStore(subscribe, () => stageZoom(innerWidth, innerHeight, wish));
  const change = (action: SizeAction) =>
    setWish(action === 'fitted' ? 1 : changeWish(wish, action === 'larger' ? 1 : -1));
  return [zoom, change];
}

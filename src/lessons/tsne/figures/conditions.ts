import { type Measured, ratiosOf } from '../../../instruments/shape-maps/MeasuredTable.tsx';
import type { ShapeSettings } from '../../../instruments/shape-maps/settings.ts';

/** How many times as far the far cloud must be in the space, and on the map. */
export const FAR = { space: 4, map: 2 } as const;

/** A map on which what is far is far again, from points of which one cloud is far indeed; not before it has come to rest. */
export function isFarAgain(
  { shape }: Pick<ShapeSettings, 'shape'>,
  measured: Measured,
  isAtRest: boolean,
): boolean {
  if (shape !== 'distances' || !isAtRest) return false;
  const [space, map] = ratiosOf(shape, measured);
  return space >= FAR.space && map >= FAR.map;
}

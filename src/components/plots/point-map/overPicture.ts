import type { MapLabel } from '../../../layout/map/labels.ts';
import type { MarkerShape } from '../Marker.tsx';
import type { MapColours } from './looks.ts';
import type { MapLink } from './types.ts';

/** What stands over the points. */
export interface OverPicture {
  /** (n, 2) px. */
  readonly screen: Float32Array;
  readonly texts: readonly string[];
  readonly labels: readonly MapLabel[];
  readonly links: readonly MapLink[];
  readonly selected: ReadonlySet<number>;
  readonly lit: number;
  /** Form of a dot, and which of the classes' colours it has; −1: none. */
  readonly shapeOf: (index: number) => MarkerShape;
  readonly classOf: (index: number) => number;
  readonly outline: readonly (readonly [number, number])[];
}

interface LinkLook {
  readonly width: number;
  readonly dash: readonly number[];
  readonly opacity: number;
}

export const LINK_LOOKS: Readonly<Record<MapLink['kind'], LinkLook>> = {
  neighbour: { width: 1.1, dash: [], opacity: 0.65 },
  'first-pair': { width: 2.6, dash: [], opacity: 1 },
  'second-pair': { width: 2.6, dash: [9, 4], opacity: 1 },
};

/** Of a line from a point to a label that stands away from it, px. */
export const LEADER_WIDTH = 1;

export const linkColour = (kind: MapLink['kind'], colours: MapColours): string =>
  kind === 'second-pair' ? colours.second : colours.accent;

/** Colour of a labelled point's dot: selected, then its class, then darker than the crowd. */
export function dotColour(picture: OverPicture, { index, isBold }: MapLabel, colours: MapColours): string {
  if (picture.selected.has(index)) return colours.accent;
  return colours.classes[picture.classOf(index)] ?? (isBold ? colours.ink : colours.muted);
}

/** How much larger than its marker a labelled point's dot is. */
export const dotScale = ({ isBold }: MapLabel): number => (isBold ? 1.25 : 0.8);

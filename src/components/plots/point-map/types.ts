import type { Ref } from 'react';

/** Points of a map, as typed columns. Index i is the same point everywhere. */
export interface MapPoints {
  readonly count: number;
  /** 2 or 3. */
  readonly dimensions: number;
  /** (count, dimensions), y upwards, any scale. Replaced or overwritten for every frame. */
  readonly positions: Float32Array;
  readonly labels: readonly string[];
  /** The larger, the earlier a label gets its place; null: in order. */
  readonly importance: Float32Array | null;
  /** Colour class of each, an index into the palette; null: all alike. */
  readonly classes: Uint8Array | null;
}

/** A line drawn over the map from one point to another: what is near in the full space, an analogy. */
export interface MapLink {
  readonly from: number;
  readonly to: number;
  readonly kind: 'neighbour' | 'first-pair' | 'second-pair';
}

/** What the colour classes stand for. */
export interface MapLegend {
  readonly title: string;
  /** Classes without an order (colour and shape), or steps of one scale (from pale to strong). */
  readonly kind: 'groups' | 'scale';
  /** One name a class. */
  readonly names: readonly string[];
}

/** How a page moves the map without drawing it anew. */
export interface PointMapHandle {
  /** Positions have changed: draw when the browser next draws. */
  redraw(): void;
  /** Moves and zooms until this point stands in the middle. */
  flyTo(index: number): void;
  /** All points in sight. */
  fit(): void;
  /** Points in sight now, the most important first. */
  inSight(): readonly number[];
}

export interface PointMapProps {
  /** Accessible name. */
  readonly name: string;
  readonly points: MapPoints;
  readonly selected: readonly number[];
  /** The point under the pointer or the keyboard's focus, here or elsewhere; −1: none. */
  readonly lit: number;
  readonly links: readonly MapLink[];
  /** Points drawn faintly, the rest being what is looked for; null: none. */
  readonly faint: Uint8Array | null;
  readonly onLight: (index: number) => void;
  /** −1: the ground was clicked. */
  readonly onSelect: (index: number) => void;
  /** What a lasso holds; absent: there is no lasso. */
  readonly onLasso?: ((indices: readonly number[]) => void) | undefined;
  /** px, or as tall as what it stands in. */
  readonly height?: number | 'fill' | undefined;
  readonly legend?: MapLegend | null | undefined;
  /** Whether the wheel alone zooms; else it needs Ctrl, so that a page stays scrollable. */
  readonly wheel?: 'zoom' | 'scroll' | undefined;
  readonly ref?: Ref<PointMapHandle> | undefined;
}

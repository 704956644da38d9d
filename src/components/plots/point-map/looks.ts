import { rgb } from 'd3-color';
import { interpolateLab } from 'd3-interpolate';
import { readToken } from '../../interaction/useThemeVersion.ts';
import { MARKER_SHAPES, type MarkerShape } from '../Marker.tsx';
import type { MapLegend } from './types.ts';

const ROLES = ['cell', 'reset', 'update', 'forget', 'candidate', 'output', 'hidden', 'input'] as const;
/** Classes that can be told apart by colour and shape together. */
export const MOST_CLASSES = 24;

/** The theme's colours, as a drawing needs them. */
export interface MapColours {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly point: string;
  readonly accent: string;
  /** Of an analogy's second pair. */
  readonly second: string;
  /** By class. */
  readonly classes: readonly string[];
}

export const shapeOf = (kind: MapLegend['kind'], index: number): MarkerShape =>
  kind === 'scale' ? 'circle' : (MARKER_SHAPES[index % MARKER_SHAPES.length] ?? 'circle');

const roleToken = (index: number): string => `--role-${ROLES[index % ROLES.length] ?? 'cell'}`;

/** CSS of a class's colour. */
export function classColour(legend: MapLegend, index: number): string {
  if (legend.kind === 'groups') return `var(${roleToken(index)})`;
  const share = legend.names.length > 1 ? index / (legend.names.length - 1) : 1;
  return `color-mix(in lab, var(--accent) ${Math.round(100 * share)}%, var(--signed-negative))`;
}

/** The same colours as numbers: a canvas knows no custom properties. */
export function readColours(element: Element, legend: MapLegend | null): MapColours {
  const accent = readToken('--accent', '#3b4cca');
  const second = readToken('--signed-negative', '#e8772e');
  const point = readToken('--point', '#838eae');
  const along = interpolateLab(second, accent);
  const count = legend?.names.length ?? MOST_CLASSES;
  const classes = Array.from({ length: count }, (_, i) =>
    legend?.kind === 'scale' ? along(i / Math.max(1, count - 1)) : readToken(roleToken(i), '#303a9c'),
  );
  return {
    ground: getComputedStyle(element).backgroundColor,
    ink: readToken('--ink', '#1c2333'),
    muted: readToken('--muted', '#586075'),
    point,
    accent,
    second,
    classes,
  };
}

/** Colours as an image's words have them: 0x00BBGGRR. */
export const pixelColours = (colours: readonly string[]): Uint32Array =>
  Uint32Array.from(colours, (colour) => {
    const { r, g, b } = rgb(colour);
    return (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r);
  });

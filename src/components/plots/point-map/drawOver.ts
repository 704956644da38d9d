import { LABEL_SIZES, type MapLabel } from '../../../layout/map/labels.ts';
import { MARKER_PATHS, type MarkerShape } from '../Marker.tsx';
import type { MapColours } from './looks.ts';
import {
  dotColour,
  dotScale,
  LEADER_WIDTH,
  LINK_LOOKS,
  linkColour,
  type OverPicture,
} from './overPicture.ts';
import type { MapLink } from './types.ts';

const HALO = 3;

/** What the drawing is done with. */
interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly picture: OverPicture;
  readonly colours: MapColours;
  /** Family. */
  readonly font: string;
}

/** Links, dots and labels with a halo of the ground's colour, the outline of a lasso; px of the page. */
export function drawOver(pen: Pen): void {
  const { picture } = pen;
  for (const link of picture.links) drawLink(pen, link);
  for (const label of picture.labels) if (label.leader) drawLeader(pen, label.index, label.leader);
  for (const label of picture.labels) drawDot(pen, label);
  if (picture.lit >= 0) drawRing(pen, picture.lit);
  for (const label of picture.labels) drawLabel(pen, label);
  if (picture.outline.length > 1) drawOutline(pen);
}

function drawLink({ context, picture: { screen }, colours }: Pen, { from, to, kind }: MapLink): void {
  const { width, dash, opacity } = LINK_LOOKS[kind];
  context.save();
  context.strokeStyle = linkColour(kind, colours);
  context.globalAlpha = opacity;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(screen[2 * from]!, screen[2 * from + 1]!);
  context.lineTo(screen[2 * to]!, screen[2 * to + 1]!);
  context.stroke();
  context.restore();
}

/** From a point to its label, where that has found no room beside it. */
function drawLeader(
  { context, picture: { screen }, colours }: Pen,
  index: number,
  end: readonly [number, number],
) {
  context.beginPath();
  context.moveTo(screen[2 * index]!, screen[2 * index + 1]!);
  context.lineTo(...end);
  context.strokeStyle = colours.muted;
  context.lineWidth = LEADER_WIDTH;
  context.stroke();
}

const paths = new Map<MarkerShape, Path2D>();

function pathOf(shape: MarkerShape): Path2D {
  const path = paths.get(shape) ?? new Path2D(MARKER_PATHS[shape]);
  paths.set(shape, path);
  return path;
}

function drawDot({ context, picture, colours }: Pen, label: MapLabel): void {
  const { index } = label;
  const path = pathOf(picture.shapeOf(index));
  const colour = dotColour(picture, label, colours);
  context.save();
  context.translate(picture.screen[2 * index]!, picture.screen[2 * index + 1]!);
  context.scale(dotScale(label), dotScale(label));
  context.lineJoin = 'round';
  context.strokeStyle = colours.ground;
  context.lineWidth = HALO;
  context.stroke(path);
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.fill(path);
  context.stroke(path);
  context.restore();
}

function drawRing({ context, picture: { screen }, colours }: Pen, index: number): void {
  context.beginPath();
  context.arc(screen[2 * index]!, screen[2 * index + 1]!, 7.5, 0, 2 * Math.PI);
  context.strokeStyle = colours.accent;
  context.lineWidth = 2;
  context.stroke();
}

function drawLabel({ context, picture, colours, font }: Pen, { index, x, y, isBold }: MapLabel): void {
  const text = picture.texts[index] ?? '';
  context.font = isBold ? `600 ${LABEL_SIZES.boldFont}px ${font}` : `${LABEL_SIZES.font}px ${font}`;
  context.lineJoin = 'round';
  context.strokeStyle = colours.ground;
  context.lineWidth = HALO;
  context.strokeText(text, x, y);
  context.fillStyle = picture.selected.has(index) ? colours.accent : colours.ink;
  context.fillText(text, x, y);
}

function drawOutline({ context, picture: { outline }, colours }: Pen): void {
  context.save();
  context.beginPath();
  for (const [x, y] of outline) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = colours.accent;
  context.globalAlpha = 0.1;
  context.fill();
  context.globalAlpha = 1;
  context.setLineDash([5, 4]);
  context.strokeStyle = colours.accent;
  context.lineWidth = 1.5;
  context.stroke();
  context.restore();
}

import { useEffect, useRef } from 'react';
import { cssZoom } from '../interaction/cssZoom.ts';
import { HIDDEN } from './hidden.ts';
import { type SignedPalette, signedColor } from './palette.ts';

/** A rectangle by its centre. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One number a unit, as bands of colour from the top of a box down. */
export function drawStrip(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Box,
  units: number,
  value: (unit: number) => number,
  palette: SignedPalette,
): void {
  const band = height / units;
  for (let unit = 0; unit < units; unit++) {
    context.fillStyle = signedColor(value(unit), palette);
    context.fillRect(x - width / 2, y - height / 2 + unit * band, width, Math.ceil(band * 2) / 2 + 0.25);
  }
}

/** Setting a canvas's size frees and takes its memory, even when nothing changes; ten times a second that is much garbage. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

/** A canvas as large as a drawing, under its SVG: for more marks than SVG can carry. Drawn anew with every render. */
export function BehindCanvas(props: {
  readonly layout: { readonly width: number; readonly height: number };
  readonly scale: number;
  readonly className: string | undefined;
  /** In the drawing's own units. */
  readonly draw: (context: CanvasRenderingContext2D) => void;
}) {
  const ref = useRef<HTMLCanvasElement>(null);
  const { layout, scale, className, draw } = props;
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    // Browsers refuse canvases that are too wide; 16,000 px is safe in all of them.
    const sharpness = (window.devicePixelRatio || 1) * cssZoom(canvas) * scale;
    const ratio = Math.min(sharpness, 16_000 / layout.width);
    resize(canvas, Math.ceil(layout.width * ratio), Math.ceil(layout.height * ratio));
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, layout.width, layout.height);
    draw(context);
  });
  return (
    <canvas
      ref={ref}
      data-export=""
      {...HIDDEN}
      className={className}
      style={{ width: layout.width * scale, height: layout.height * scale }}
    />
  );
}

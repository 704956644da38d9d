import { useEffect, useRef } from 'react';
import type { UnrolledLayout } from '../../layout/unrolledTypes.ts';
import type { LaneRole, SequenceTrace } from '../../models/cells/types.ts';
import { cssZoom } from '../interaction/cssZoom.ts';
import { HIDDEN } from './hidden.ts';
import { type SignedPalette, signedColor } from './palette.ts';
import styles from './UnrolledNet.module.css';

export interface StripCanvasProps {
  readonly layout: UnrolledLayout;
  readonly trace: SequenceTrace;
  readonly batch: number;
  readonly palette: SignedPalette;
  readonly scale: number;
  readonly isShown: (role: LaneRole, step: number) => boolean;
}

function drawStrips(context: CanvasRenderingContext2D, props: StripCanvasProps): void {
  const { layout, trace, batch, isShown } = props;
  const { size, shape } = trace;
  for (const { role, step, x, y, width, height, shape: form } of layout.cells) {
    if (form !== 'strip' || !isShown(role as LaneRole, step)) continue;
    const values = trace.values[role as LaneRole];
    const start = (step * size.batch + batch) * shape.hidden;
    const band = height / shape.hidden;
    for (let unit = 0; unit < shape.hidden; unit++) {
      context.fillStyle = signedColor(values?.[start + unit] ?? 0, props.palette);
      context.fillRect(x - width / 2, y - height / 2 + unit * band, width, Math.ceil(band * 2) / 2 + 0.25);
    }
  }
}

/** Setting a canvas's size frees and takes its memory, even when nothing changes; ten times a second that is much garbage. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

/** All units of all lanes: steps × lanes × units marks are too many for SVG, so they lie under it on a canvas. */
export function StripCanvas(props: StripCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const { layout, scale } = props;
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
    drawStrips(context, props);
  });
  return (
    <canvas
      ref={ref}
      data-export=""
      {...HIDDEN}
      className={styles.strips}
      style={{ width: layout.width * scale, height: layout.height * scale }}
    />
  );
}

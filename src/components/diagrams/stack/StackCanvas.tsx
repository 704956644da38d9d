import { useEffect, useRef } from 'react';
import type { StackLayout } from '../../../layout/stackTypes.ts';
import { cssZoom } from '../../interaction/cssZoom.ts';
import { HIDDEN } from '../hidden.ts';
import { type SignedPalette, signedColor } from '../palette.ts';
import styles from './StackNet.module.css';
import type { LookAt } from './stackTypes.ts';

export interface StackCanvasProps {
  readonly layout: StackLayout;
  readonly units: number;
  readonly lookAt: LookAt;
  readonly palette: SignedPalette;
  readonly scale: number;
}

function drawStrips(context: CanvasRenderingContext2D, props: StackCanvasProps): void {
  const { layout, units, lookAt, palette } = props;
  for (const box of layout.boxes) {
    if (box.kind !== 'tile') continue;
    const { face } = lookAt(box);
    if (face.kind !== 'strip') continue;
    const band = box.height / units;
    const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
    for (let unit = 0; unit < units; unit++) {
      context.fillStyle = signedColor(face.values[face.start + unit] ?? Number.NaN, palette);
      context.fillRect(left, top + unit * band, box.width, Math.ceil(band * 2) / 2 + 0.25);
    }
  }
}

/** The tiles' strips: cells × units marks are too many for SVG, so they lie under it on a canvas. */
export function StackCanvas(props: StackCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const { layout, scale } = props;
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    // Browsers refuse canvases that are too wide; 16,000 px is safe in all of them.
    const sharpness = (window.devicePixelRatio || 1) * cssZoom(canvas) * scale;
    const ratio = Math.min(sharpness, 16_000 / layout.width);
    const [width, height] = [Math.ceil(layout.width * ratio), Math.ceil(layout.height * ratio)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, layout.width, layout.height);
    drawStrips(context, props);
  });
  return (
    <canvas
      ref={ref}
      data-export=""
      {...HIDDEN}
      className={styles.behind}
      style={{ width: layout.width * scale, height: layout.height * scale }}
    />
  );
}

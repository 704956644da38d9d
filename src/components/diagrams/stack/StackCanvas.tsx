import type { StackLayout } from '../../../layout/stackTypes.ts';
import { BehindCanvas, drawStrip } from '../BehindCanvas.tsx';
import netFrame from '../netFrame.module.css';
import type { SignedPalette } from '../palette.ts';
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
    drawStrip(context, box, units, (unit) => face.values[face.start + unit] ?? Number.NaN, palette);
  }
}

/** The tiles' strips: cells × units marks are too many for SVG. */
export function StackCanvas(props: StackCanvasProps) {
  const { layout, scale } = props;
  const draw = (context: CanvasRenderingContext2D) => drawStrips(context, props);
  return <BehindCanvas layout={layout} scale={scale} className={netFrame.behind} draw={draw} />;
}

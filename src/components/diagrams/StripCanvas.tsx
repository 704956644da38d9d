import type { UnrolledLayout } from '../../layout/unrolledTypes.ts';
import type { LaneRole, SequenceTrace } from '../../models/cells/types.ts';
import { BehindCanvas, drawStrip } from './BehindCanvas.tsx';
import netFrame from './netFrame.module.css';
import type { SignedPalette } from './palette.ts';

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
  for (const cell of layout.cells) {
    if (cell.shape !== 'strip' || !isShown(cell.role as LaneRole, cell.step)) continue;
    const values = trace.values[cell.role as LaneRole];
    const start = (cell.step * size.batch + batch) * shape.hidden;
    drawStrip(context, cell, shape.hidden, (unit) => values?.[start + unit] ?? 0, props.palette);
  }
}

/** All units of all lanes: steps × lanes × units marks are too many for SVG. */
export function StripCanvas(props: StripCanvasProps) {
  const { layout, scale } = props;
  const draw = (context: CanvasRenderingContext2D) => drawStrips(context, props);
  return <BehindCanvas layout={layout} scale={scale} className={netFrame.behind} draw={draw} />;
}

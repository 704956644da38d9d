import type { LaneRole } from '../../models/cells/types.ts';
import type { Measures } from '../measures.ts';
import { arrowHead, type Point, roundedPath } from '../path.ts';
import type {
  FigureRole,
  UnrolledCell,
  UnrolledColumn,
  UnrolledEdge,
  UnrolledNode,
  UnrolledOptions,
  UnrolledRow,
} from '../unrolledTypes.ts';

/** What is already laid out when lines are drawn. */
export interface Frame {
  readonly options: UnrolledOptions;
  readonly measures: Measures;
  readonly columns: readonly UnrolledColumn[];
  readonly rows: readonly UnrolledRow[];
  readonly cells: readonly UnrolledCell[];
  readonly width: number;
}

/** The sides of a box. */
export interface Sides {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Everything that a column's lines need to know. The vertical tracks run in the gutters beside the boxes. */
export interface ColumnTracks {
  readonly step: number;
  readonly x: number;
  readonly left: number;
  readonly half: number;
  /** Right gutter: what is written into the memory climbs here. */
  readonly write: number;
  /** Right gutter: tanh(c) descends here. */
  readonly out: number;
  readonly box: (role: FigureRole, step?: number) => Sides;
  readonly frame: Frame;
}

export interface Drawing {
  readonly nodes: readonly UnrolledNode[];
  readonly edges: readonly UnrolledEdge[];
}

const sides = ({ x, y, width, height }: UnrolledCell): Sides => ({
  x,
  y,
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

export function findBox(frame: Frame, role: FigureRole, step: number): Sides {
  const cell = frame.cells.find((candidate) => candidate.role === role && candidate.step === step);
  if (!cell) throw new RangeError(`the figure has no ${role} at step ${step}`);
  return sides(cell);
}

export function outTrack({ measures }: Frame, x: number): number {
  return x + measures.boxWidth / 2 + (measures.pitch - measures.boxWidth) * 0.43;
}

export function tracks(frame: Frame, column: UnrolledColumn): ColumnTracks {
  const half = frame.measures.boxWidth / 2;
  return {
    step: column.step,
    x: column.x,
    left: column.left,
    half,
    write: column.x + half + 6.5,
    out: outTrack(frame, column.x),
    box: (role, step = column.step) => findBox(frame, role, step),
    frame,
  };
}

/** A line of one operand of `to` at the column's step. */
export function edge(
  step: number,
  kind: UnrolledEdge['kind'],
  from: UnrolledEdge['from'],
  to: UnrolledEdge['to'],
  points: readonly Point[],
  suffix = '',
): UnrolledEdge {
  const origin = { x: 0, y: 0 };
  return {
    id: `${from.role}${from.step}-${to.role}${to.step}${suffix}`,
    step,
    kind,
    from,
    to,
    path: roundedPath(points),
    head: arrowHead(points),
    start: points[0] ?? origin,
    end: points.at(-1) ?? origin,
  };
}

export function node(
  step: number,
  kind: UnrolledNode['kind'],
  role: LaneRole,
  x: number,
  y: number,
): UnrolledNode {
  return { id: `${kind}-${role}${step}-${Math.round(x)}-${Math.round(y)}`, step, kind, role, x, y };
}

/** The state after the last step goes on to the right: it is what a next sentence would start from. */
export function finalEdges(frame: Frame, step: number, roles: readonly LaneRole[]): readonly UnrolledEdge[] {
  if (step !== frame.columns.length - 1) return [];
  return roles.map((role) => {
    const box = findBox(frame, role, step);
    const points = [
      { x: box.right, y: box.y },
      { x: frame.width - 2, y: box.y },
    ];
    const kind = role === 'cell' || frame.options.spec.kind !== 'lstm' ? 'memory' : 'recurrent';
    return edge(step, kind, { role, step }, { role, step: step + 1 }, points);
  });
}

/** a → ŷ at the step whose loss is taken. */
export function readoutEdges(frame: Frame, step: number): readonly UnrolledEdge[] {
  if (frame.options.lossStep !== step) return [];
  const hidden = findBox(frame, 'hidden', step);
  const prediction = findBox(frame, 'prediction', step);
  const points =
    prediction.y > hidden.y
      ? [
          { x: hidden.x + 14, y: hidden.bottom },
          { x: hidden.x + 14, y: prediction.y },
          { x: prediction.left, y: prediction.y },
        ]
      : [
          { x: hidden.x, y: hidden.top },
          { x: hidden.x, y: prediction.bottom },
        ];
  return [edge(step, 'readout', { role: 'hidden', step }, { role: 'prediction', step }, points)];
}

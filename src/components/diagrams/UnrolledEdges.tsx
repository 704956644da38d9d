import { memo } from 'react';
import { NODE_RADIUS, PILL } from '../../layout/measures.ts';
import type { FigureRole, UnrolledEdge, UnrolledLayout, UnrolledNode } from '../../layout/unrolledTypes.ts';
import { HIDDEN } from './hidden.ts';
import { roleStyle } from './Symbol.tsx';
import styles from './UnrolledNet.module.css';

function Line(props: {
  readonly edge: UnrolledEdge;
  readonly className: string | undefined;
  readonly role: FigureRole;
}) {
  const { path, head } = props.edge;
  return (
    <g className={props.className} style={roleStyle(props.role)}>
      <path d={path} className={styles.line} />
      <path d={head} className={styles.head} />
    </g>
  );
}

function kindClass(edge: UnrolledEdge): string {
  const kinds = { memory: styles.memory, peephole: styles.peephole, readout: styles.readout };
  const special = edge.kind in kinds ? kinds[edge.kind as keyof typeof kinds] : '';
  return `${styles.edge} ${special ?? ''}`;
}

const PILL_TEXT: Partial<Record<UnrolledNode['kind'], string>> = { complement: '1−', weights: 'W' };

function Operation(props: { readonly node: UnrolledNode; readonly functionName: string }) {
  const { kind, x, y, role } = props.node;
  if (kind === 'junction') return <circle cx={x} cy={y} r={2.2} className={styles.junction} />;
  if (kind !== 'times' && kind !== 'plus') {
    const half = kind === 'activation' ? PILL.width : 8.5;
    return (
      <g style={roleStyle(role)}>
        <rect
          x={x - half}
          y={y - PILL.height}
          width={2 * half}
          height={2 * PILL.height}
          rx={PILL.height}
          className={styles.operation}
        />
        <text x={x} y={y} className={styles.operationText}>
          {PILL_TEXT[kind] ?? props.functionName}
        </text>
      </g>
    );
  }
  const arm = kind === 'plus' ? 3 : 2.2;
  const sign =
    kind === 'plus'
      ? `M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`
      : `M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}M${x - arm} ${y + arm}l${2 * arm} ${-2 * arm}`;
  return (
    <g style={roleStyle(role)}>
      <circle cx={x} cy={y} r={NODE_RADIUS} className={styles.operation} />
      <path d={sign} className={styles.sign} />
    </g>
  );
}

/** Every line, quietly. Drawn once a layout; what is emphasised is drawn over it. */
export const QuietEdges = memo(function QuietEdges(props: {
  readonly layout: UnrolledLayout;
  /** Steps beyond it are not computed yet. */
  readonly reached: number;
}) {
  return (
    <g {...HIDDEN}>
      {props.layout.edges.map((edge) => (
        <Line
          key={edge.id}
          edge={edge}
          role={edge.to.role}
          className={`${kindClass(edge)} ${edge.step > props.reached ? styles.unreached : ''}`}
        />
      ))}
    </g>
  );
});

/** × + tanh and 1− on the lines. */
export const Operations = memo(function Operations(props: {
  readonly layout: UnrolledLayout;
  readonly functionName: string;
  readonly reached: number;
}) {
  return (
    <g {...HIDDEN}>
      {props.layout.nodes.map((node) => (
        <g key={node.id} className={node.step > props.reached ? styles.unreached : undefined}>
          <Operation node={node} functionName={props.functionName} />
        </g>
      ))}
    </g>
  );
});

export interface ActivePlace {
  readonly role: FigureRole;
  readonly step: number;
}

const touches = (end: ActivePlace, place: ActivePlace): boolean =>
  end.role === place.role && end.step === place.step;

/** The operands of the place in their own colours, and what the place goes into in its colour. */
export function ActiveEdges(props: { readonly layout: UnrolledLayout; readonly place: ActivePlace | null }) {
  const { place, layout } = props;
  if (!place) return null;
  const shown = layout.edges.filter((edge) => touches(edge.to, place) || touches(edge.from, place));
  return (
    <g {...HIDDEN}>
      {shown.map((edge) => (
        <Line
          key={edge.id}
          edge={edge}
          role={edge.from.role}
          className={`${kindClass(edge)} ${styles.active}`}
        />
      ))}
    </g>
  );
}

import { SOFTMAX_TREE, type SoftmaxTreeEdge } from '../../../layout/softmaxTree.ts';
import { HIDDEN } from '../hidden.ts';
import type { LitEdge } from './litEdges.ts';
import styles from './SoftmaxTreeView.module.css';

/** Width of a digit on a label, px. */
const DIGIT = 7.9;

/** Every edge; with `bits`, the turn that it stands for. */
export function QuietEdges(props: {
  readonly edges: readonly SoftmaxTreeEdge[];
  readonly lit: ReadonlySet<number>;
  readonly bits: boolean;
}) {
  return (
    <g {...HIDDEN}>
      {props.edges.map(({ to, path }) => (
        <path key={to} d={path} className={styles.edge} />
      ))}
      {props.bits &&
        props.edges
          .filter(({ to }) => !props.lit.has(to))
          .map(({ to, bit, label }) => (
            <text key={to} x={label.x + (bit === 0 ? -9 : 9)} y={label.y + 2} className={styles.bit}>
              {bit}
            </text>
          ))}
    </g>
  );
}

/** The lit path's lines: turns to the left and to the right in their colours. */
export function LitLines({ lit }: { readonly lit: readonly LitEdge[] }) {
  return (
    <g {...HIDDEN}>
      {lit.map(({ edge }) => (
        <path key={edge.to} d={edge.path} data-bit={edge.bit} className={styles.lit} />
      ))}
    </g>
  );
}

/** What stands on the lit edges: an angular label at a turn to the left, a round one to the right. */
export function LitLabels({ lit }: { readonly lit: readonly LitEdge[] }) {
  const { height } = SOFTMAX_TREE.label;
  return (
    <g {...HIDDEN}>
      {lit.map(({ edge: { to, bit, label: at }, label }) => {
        if (label === undefined) return null;
        const width = Math.max(height + 6, label.length * DIGIT + 16);
        return (
          <g key={to} data-bit={bit} className={styles.label}>
            <rect
              x={at.x - width / 2}
              y={at.y - height / 2}
              width={width}
              height={height}
              rx={bit === 0 ? 4 : height / 2}
            />
            <text x={at.x} y={at.y}>
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

import { formatFixed, formatSigned } from '../../components/diagrams/formatNumber.ts';
import { Term } from '../../components/prose/Term.tsx';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import { significant } from '../ngrams/format.ts';
import type { PathNode } from './path.ts';
import styles from './tree-walk.module.css';

interface PathTableProps {
  readonly caption: string;
  readonly path: readonly PathNode[];
  /** Nodes walked. */
  readonly at: number;
  /** Step whose numbers are open, from 1; 0: none. */
  readonly open: number;
  /** Nodes that the last step moved. */
  readonly moved: ReadonlyMap<number, number>;
  readonly onOpen: (step: number) => void;
}

function Row(props: Omit<PathTableProps, 'caption' | 'path'> & { readonly node: PathNode; step: number }) {
  const { node, step, at, open, moved, onOpen } = props;
  const text = useText(treeWalkMessages);
  const isOpen = open === step;
  return (
    <tr data-ahead={step > at || undefined} data-here={step === at || undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles.node}
          data-moved={moved.has(node.node) || undefined}
          aria-pressed={isOpen}
          aria-label={text('treewalk.open-node', { node: node.node, at: step })}
          onClick={() => onOpen(isOpen ? 0 : step)}
        >
          {node.node}
        </button>
      </th>
      <td className={styles.turn} data-bit={node.bit}>
        {node.bit === 0 ? `↙ ${text('treewalk.left')}` : `↘ ${text('treewalk.right')}`}
      </td>
      <td>{formatSigned(node.score, 3)}</td>
      <td>{formatFixed(node.probability, 4)}</td>
      <td>{significant(node.product, 4)}</td>
      <td>{formatSigned(node.error, 4)}</td>
      <td>{significant(node.gradientNorm, 3)}</td>
    </tr>
  );
}

/** The path as a table: a row a node, with what it says and what learning would tell it. */
export function PathTable(props: PathTableProps) {
  const { caption, path } = props;
  const text = useText(treeWalkMessages);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table} data-testid="path">
        <thead>
          <tr>
            <th scope="col">
              <Term id="node">{text('treewalk.head-node')}</Term>
            </th>
            <th scope="col">{text('treewalk.head-turn')}</th>
            <th scope="col">v·h</th>
            <th scope="col">{text('treewalk.head-probability')}</th>
            <th scope="col">
              <Term id="prediction">{text('treewalk.head-product')}</Term>
            </th>
            <th scope="col">{text('treewalk.head-error')}</th>
            <th scope="col">{text('treewalk.head-gradient')}</th>
          </tr>
        </thead>
        <tbody>
          {path.map((node, i) => (
            <Row key={node.node} {...props} node={node} step={i + 1} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

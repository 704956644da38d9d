import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { formatFixed, formatSigned } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import { significant } from '../ngrams/format.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { coordinatesOf, isVectorOf } from './coordinates.ts';
import { gradientOf, type PathNode } from './path.ts';
import styles from './tree-walk.module.css';

/** Coordinates that are listed at first. */
const FIRST = 6;

interface NodeDetailProps {
  readonly node: PathNode;
  readonly step: number;
  readonly hidden: Float64Array;
  /** v of the node; absent until a frame brings it. */
  readonly vector: Float64Array | undefined;
  /** η that a step would have. */
  readonly rate: number;
}

function Coordinates({
  vector,
  hidden,
  node,
}: {
  vector: Float64Array;
  hidden: Float64Array;
  node: PathNode;
}) {
  const text = useText(treeWalkMessages);
  const [all, setAll] = useState(false);
  const rows = coordinatesOf(vector, hidden, gradientOf(node, hidden));
  return (
    <>
      <NumberTable
        caption={text('treewalk.detail-vectors')}
        heads={[text('treewalk.coordinate'), 'v', 'h', 'v × h', '∂L/∂v']}
        rows={(all ? rows : rows.slice(0, FIRST)).map(({ i, v, h, part, gradient }) => ({
          id: String(i),
          cells: [i + 1, ...[v, h, part, gradient].map((value) => formatSigned(value, 4))],
        }))}
      />
      <Button onClick={() => setAll(!all)}>
        {all ? text('treewalk.first-coordinates') : text('treewalk.all-coordinates', { count: rows.length })}
      </Button>
    </>
  );
}

/** Where the numbers of one node come from: its score, term by term, and its gradient. */
export function NodeDetail({ node, step, hidden, vector, rate }: NodeDetailProps) {
  const text = useText(treeWalkMessages);
  const isLeft = node.bit === 0;
  return (
    <section className={styles.detail} data-testid="node-detail">
      <p className={styles.heading}>{text('treewalk.detail-title', { node: node.node, at: step })}</p>
      <p>
        {text('treewalk.detail-gradient', {
          turn: text(isLeft ? 'treewalk.left' : 'treewalk.right'),
          target: Number(isLeft),
          error: formatSigned(node.error, 4),
          norm: significant(node.gradientNorm, 4),
          rate: significant(rate, 3),
          moved: significant(rate * node.gradientNorm, 3),
        })}
      </p>
      <p>
        {text('treewalk.detail-score', {
          score: formatFixed(node.score, 4),
          dimensions: hidden.length,
        })}
      </p>
      {vector && isVectorOf(vector, node, hidden) ? (
        <Coordinates vector={vector} hidden={hidden} node={node} />
      ) : (
        <p className={styles.aside}>{text('treewalk.detail-waiting')}</p>
      )}
    </section>
  );
}

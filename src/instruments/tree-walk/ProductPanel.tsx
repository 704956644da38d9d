import { Fragment } from 'react';
import { formatSigned } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import { significant } from '../ngrams/format.ts';
import { deviationText, probabilityText } from './format.ts';
import type { PathNode } from './path.ts';
import styles from './tree-walk.module.css';
import type { Forest, Walk } from './view.ts';

interface FactorsProps {
  readonly path: readonly PathNode[];
  readonly at: number;
  readonly sign: string;
  readonly write: (node: PathNode) => string;
}

/** One factor a node; those not walked yet are pale. */
function Factors({ path, at, sign, write }: FactorsProps) {
  return path.map((node, i) => (
    <Fragment key={node.node}>
      {i > 0 && <span className={styles.sign}> {sign} </span>}
      <span className={styles.factor} data-bit={node.bit} data-ahead={i >= at || undefined}>
        {write(node)}
      </span>
    </Fragment>
  ));
}

const sigmaOf = ({ bit, score }: PathNode): string => `σ(${formatSigned(bit === 0 ? score : -score)})`;

interface ProductPanelProps {
  readonly forest: Forest;
  readonly walk: Walk;
  readonly at: number;
}

/** The whole product in numbers, what it comes to, and what all leaves come to. */
export function ProductPanel({ forest: { info, pair }, walk, at }: ProductPanelProps) {
  const text = useText(treeWalkMessages);
  const { path } = walk;
  const name = text('treewalk.p', {
    target: info.words[pair.target] ?? '',
    context: info.words[pair.context] ?? '',
  });
  const partial = path[at - 1]?.product ?? 1;
  return (
    <section className={styles.panel} data-testid="product">
      <p className={styles.heading}>{text('treewalk.product-title')}</p>
      <p className={styles.product}>
        {name} = <Factors path={path} at={at} sign="·" write={sigmaOf} />
      </p>
      <p className={styles.product}>
        = <Factors path={path} at={at} sign="×" write={(node) => significant(node.probability, 3)} />
      </p>
      <p className={styles.product}>
        = <strong data-testid="partial">{probabilityText(partial)}</strong>
        {at < path.length && (
          <span className={styles.aside}> {text('treewalk.product-part', { at, count: path.length })}</span>
        )}
      </p>
      <p className={styles.product} data-testid="sum">
        {text('treewalk.sum', { words: info.words.length })} = <strong>{walk.sum.toFixed(6)}</strong>{' '}
        <span className={styles.aside}>
          ({text('treewalk.deviation', { difference: deviationText(walk.sum) })})
        </span>
      </p>
    </section>
  );
}

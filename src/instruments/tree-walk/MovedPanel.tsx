import { Button } from '../../components/controls/Button.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import type { Moved } from '../../workers/embeddings/protocol.ts';
import { significant } from '../ngrams/format.ts';
import { movedNodes } from './moved.ts';
import { LEARN_RATE } from './settings.ts';
import styles from './tree-walk.module.css';
import type { Learning } from './useLearning.ts';
import type { Forest, Walk } from './view.ts';

interface MovedPanelProps {
  readonly forest: Forest;
  readonly walk: Walk;
  readonly moved: Moved | null;
  readonly learning: Learning;
  /** η of a press. */
  readonly rate: number;
  readonly onRate: (rate: number) => void;
}

/** How many nodes moved, and how many did not. */
function Counts({ forest: { info, tree }, walk, moved }: MovedPanelProps) {
  const text = useText(treeWalkMessages);
  const nodes = tree.leaves - 1;
  if (!moved || moved.rows.length === 0) return <p>{text('treewalk.moved-none', { of: nodes })}</p>;
  const path = walk.path.map(({ node }) => node);
  const { still, of, onPath, ...counted } = movedNodes(moved, path);
  const values = { moved: counted.moved, of, still, words: moved.sentence.length };
  return (
    <>
      <p data-testid="moved">
        {text(moved.isExample ? 'treewalk.moved-pair' : 'treewalk.moved-sentence', values)}
      </p>
      <p className={styles.aside}>
        {text('treewalk.moved-path', { count: onPath.length, depth: path.length })}{' '}
        {text('treewalk.moved-full', { words: info.words.length })}
      </p>
    </>
  );
}

/** What P was, press by press. */
function Log({ forest: { info, pair }, learning: { log } }: MovedPanelProps) {
  const text = useText(treeWalkMessages);
  if (log.length === 0) return <p className={styles.aside}>{text('treewalk.learn-hint')}</p>;
  return (
    <p className={styles.product} data-testid="learnt" role="status">
      {text('treewalk.learn-log', {
        target: info.words[pair.target] ?? '',
        context: info.words[pair.context] ?? '',
      })}{' '}
      {log.map((p) => significant(p, 3)).join(' → ')}
    </p>
  );
}

/** What the last step moved; and a step of one pair, on request. */
export function MovedPanel(props: MovedPanelProps) {
  const text = useText(treeWalkMessages);
  const { learning, rate, onRate } = props;
  return (
    <section className={styles.panel}>
      <p className={styles.heading}>{text('treewalk.moved-title')}</p>
      <Counts {...props} />
      <div className={styles.learn}>
        <Button onClick={learning.press}>{text('treewalk.learn')}</Button>
        <Slider
          label={text('treewalk.learn-rate')}
          value={rate}
          {...LEARN_RATE}
          format={(value) => significant(value, 2)}
          onChange={onRate}
        />
      </div>
      <Log {...props} />
    </section>
  );
}

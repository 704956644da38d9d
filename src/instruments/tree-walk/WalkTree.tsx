import { useEffect, useRef } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { SoftmaxTreeView } from '../../components/diagrams/softmax-tree/SoftmaxTreeView.tsx';
import { useFolds } from '../../components/diagrams/softmax-tree/useFolds.ts';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import type { FigureState } from '../../store/figure.ts';
import type { WalkSettings } from './settings.ts';
import styles from './tree-walk.module.css';
import type { TreeWalk } from './useTreeWalk.ts';
import type { Forest } from './view.ts';

/** Frequent words that are to be seen at first, besides the path. */
const SHOWN = 4;
const HEIGHT = 720;

interface WalkTreeProps {
  readonly walking: TreeWalk;
  readonly forest: Forest;
  readonly change: FigureState<WalkSettings>['change'];
}

/** The drawing: frequent words and the way to the target, with the share of every turn. */
export function WalkTree({ walking, forest: { info, tree, pair }, change }: WalkTreeProps) {
  const text = useText(treeWalkMessages);
  const folds = useFolds(tree, info.counts, SHOWN);
  const { show } = folds;
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the way to the target opens anew in another tree.
  useEffect(() => latest.current(pair.target), [pair.target, tree]);
  const path = [...tree.nodes.subarray(tree.starts[pair.target], tree.starts[pair.target + 1])];
  const onSelect = (id: number) => {
    if (id < 0) change({ target: info.words[~id] ?? '' });
    // 0, of a node that is not on the path: none is open.
    else change({ open: path.indexOf(id) + 1 });
  };
  const labels = walking.walk?.path.map(({ probability }) => formatFixed(probability, 3).replace(/^0/, ''));
  return (
    <div className={styles.tree}>
      <SoftmaxTreeView
        name={text('treewalk.title')}
        folds={folds}
        words={info.words}
        counts={info.counts}
        selected={path[walking.open - 1] ?? ~pair.target}
        onSelect={onSelect}
        path={{ leaf: pair.target, steps: walking.at, ...(labels && { labels }) }}
        moved={walking.moved}
        height={HEIGHT}
      />
    </div>
  );
}

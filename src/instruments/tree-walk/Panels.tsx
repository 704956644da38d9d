import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import type { FigureState } from '../../store/figure.ts';
import { LeavesPanel } from './LeavesPanel.tsx';
import { MovedPanel } from './MovedPanel.tsx';
import { NodeDetail } from './NodeDetail.tsx';
import { PathTable } from './PathTable.tsx';
import { ProductPanel } from './ProductPanel.tsx';
import { SearchPanel } from './SearchPanel.tsx';
import { Skyline } from './Skyline.tsx';
import type { WalkSettings } from './settings.ts';
import styles from './tree-walk.module.css';
import type { TreeWalk } from './useTreeWalk.ts';
import type { Forest, Walk } from './view.ts';

interface PanelsProps {
  readonly walking: TreeWalk;
  readonly forest: Forest;
  readonly walk: Walk;
  readonly settings: WalkSettings;
  readonly change: FigureState<WalkSettings>['change'];
}

/** What the open node's numbers are; a row of the table, or a node of the tree, opens it. */
function Opened({ walking, walk, settings }: PanelsProps) {
  const node = walk.path[walking.open - 1];
  if (!node) return null;
  return (
    <NodeDetail
      node={node}
      step={walking.open}
      hidden={walk.prediction.hidden}
      vector={walking.vector}
      rate={settings.rate}
    />
  );
}

/** Under the tree: the product, what moved, the path in a table, all leaves, the search. */
export function Panels(props: PanelsProps) {
  const { walking, forest, walk, settings, change } = props;
  const { info, pair } = forest;
  const text = useText(treeWalkMessages);
  const names = { context: info.words[pair.context] ?? '', target: info.words[pair.target] ?? '' };
  return (
    <>
      <div className={styles.columns}>
        <ProductPanel forest={forest} walk={walk} at={walking.at} />
        <MovedPanel
          forest={forest}
          walk={walk}
          moved={walking.lastMoved}
          learning={walking.learning}
          rate={settings.rate}
          onRate={(rate) => change({ rate })}
        />
      </div>
      <div className={styles.panel}>
        <p className={styles.aside}>{text('treewalk.nodes-caption', names)}</p>
        <PathTable
          caption={text('treewalk.nodes-caption', names)}
          path={walk.path}
          at={walking.at}
          open={walking.open}
          moved={walking.moved}
          onOpen={(open) => change({ open })}
        />
      </div>
      <Opened {...props} />
      <div className={styles.columns}>
        <LeavesPanel forest={forest} walk={walk} onTarget={(target) => change({ target })} />
        <div className={styles.panel}>
          <SearchPanel forest={forest} walk={walk} />
          <Skyline logProbabilities={walk.logProbabilities} target={pair.target} />
        </div>
      </div>
    </>
  );
}

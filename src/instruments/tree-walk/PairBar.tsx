import { Term } from '../../components/prose/Term.tsx';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import { depthOf } from '../../models/softmax/tree.ts';
import type { FigureState } from '../../store/figure.ts';
import { probabilityText } from './format.ts';
import type { WalkSettings } from './settings.ts';
import styles from './tree-walk.module.css';
import type { Forest, Walk } from './view.ts';
import { WordField } from './WordField.tsx';

interface PairBarProps extends Pick<FigureState<WalkSettings>, 'settings' | 'change'> {
  readonly forest: Forest;
  readonly walk: Walk | null;
}

/** Both words, and what the tree says of them. */
export function PairBar({ settings, change, forest, walk }: PairBarProps) {
  const { info, tree, pair } = forest;
  const text = useText(treeWalkMessages);
  const names = { context: info.words[pair.context] ?? '', target: info.words[pair.target] ?? '' };
  return (
    <div className={styles.head}>
      <div className={styles.pair}>
        {(['context', 'target'] as const).map((role) => (
          <WordField
            key={role}
            label={text(`treewalk.${role}`)}
            value={settings[role] || (info.words[pair[role]] ?? '')}
            words={info.words}
            counts={info.counts}
            onChange={(word) => change({ [role]: word })}
          />
        ))}
      </div>
      <p className={styles.result}>
        <span>
          <Term id="prediction">{text('treewalk.p', names)}</Term> ={' '}
          <strong data-testid="p">{walk ? probabilityText(walk.probability) : '…'}</strong>
        </span>
        <span className={styles.aside}>
          {text('treewalk.depth', { depth: depthOf(tree, pair.target), words: info.words.length })}
        </span>
      </p>
    </div>
  );
}

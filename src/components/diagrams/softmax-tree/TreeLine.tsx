import { softmaxTreeMessages } from '../../../i18n/messages/softmax-tree.ts';
import type { SoftmaxTreeLayout, SoftmaxTreeNode } from '../../../layout/softmaxTree.ts';
import { codeOf } from '../../../models/softmax/tree.ts';
import { useText } from '../../text/useText.tsx';
import styles from './SoftmaxTreeView.module.css';
import { useCountText } from './useCountText.ts';
import type { FoldsHandle } from './useFolds.ts';
import { wordsUnder } from './wordsUnder.ts';

/** A longer code is cut. */
const MOST_CODE = 48;
/** Words that are named of those under a node. */
const NAMED = 5;

interface TreeLineProps {
  readonly layout: SoftmaxTreeLayout;
  readonly folds: FoldsHandle;
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
  /** Null: none. */
  readonly id: number | null;
}

function Word({ node, folds: { tree, sums }, words, counts }: TreeLineProps & { node: SoftmaxTreeNode }) {
  const text = useText(softmaxTreeMessages);
  const { whole } = useCountText();
  const leaf = ~node.id;
  const code = codeOf(tree, leaf);
  return text('tree.leaf-line', {
    word: words[leaf] ?? '',
    count: whole(counts[leaf] ?? 0),
    all: whole(tree.root < 0 ? (counts[leaf] ?? 0) : (sums.counts[tree.root] ?? 0)),
    depth: node.depth,
    code: code.length > MOST_CODE ? `${code.slice(0, MOST_CODE)}…` : code || '–',
  });
}

function Inner({ node, folds, words, counts }: TreeLineProps & { node: SoftmaxTreeNode }) {
  const text = useText(softmaxTreeMessages);
  const { whole } = useCountText();
  const named = wordsUnder(folds, counts, node.id, NAMED).map((leaf) => words[leaf] ?? '');
  return text('tree.inner-line', {
    node: node.id,
    count: whole(node.count),
    words: node.leaves,
    named: named.join(' · ') + (node.leaves > NAMED ? ' …' : ''),
  });
}

/** One line about the node that is pointed at, focused or selected. */
export function TreeLine(props: TreeLineProps) {
  const text = useText(softmaxTreeMessages);
  const node = props.id === null ? undefined : props.layout.byId.get(props.id);
  return (
    <p className={styles.line}>
      {!node ? (
        text('tree.hint')
      ) : node.kind === 'leaf' ? (
        <Word {...props} node={node} />
      ) : (
        <Inner {...props} node={node} />
      )}
    </p>
  );
}

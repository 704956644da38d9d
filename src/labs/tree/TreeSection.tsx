import { useMemo, useState } from 'react';
import { SoftmaxTreeView } from '../../components/diagrams/softmax-tree/SoftmaxTreeView.tsx';
import { useFolds } from '../../components/diagrams/softmax-tree/useFolds.ts';
import { useFollowLeaf } from '../../components/diagrams/softmax-tree/useFollowLeaf.ts';
import { useText } from '../../components/text/useText.tsx';
import { significant } from '../../instruments/ngrams/format.ts';
import type { TreeWalk } from '../../instruments/tree-walk/useTreeWalk.ts';
import { codeOf, expectedDepth, type SoftmaxTree } from '../../models/softmax/tree.ts';
import styles from './lab.module.css';
import { treeLabMessages } from './messages.ts';
import type { TreeLabSettings } from './settings.ts';

export interface TreeSectionProps {
  readonly kind: 'huffman' | 'balanced';
  readonly tree: SoftmaxTree;
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
  /** The word whose path is lit, by class. */
  readonly target: number;
  /** The model's walk on this tree; null: there is none, and the path says its turns. */
  readonly walking: TreeWalk | null;
  readonly settings: TreeLabSettings;
  readonly change: (part: Partial<TreeLabSettings>) => void;
}

/** Frequent words that are to be seen at first: of a small tree all, of a large one so few that it fits. */
const SMALL = 14;
const KEEP = 4;
const HEIGHT = { one: 720, two: 520 } as const;

const shareText = (probability: number): string => `${significant(100 * probability, 3)} %`;
const factorText = (probability: number): string => probability.toFixed(3).replace(/^0/, '');

/** What stands on the lit edges: the share of each turn, or without a model the turn. */
function labelsOf({ walking, tree, target }: TreeSectionProps): readonly string[] {
  const path = walking?.walk?.path;
  return path ? path.map(({ probability }) => factorText(probability)) : [...codeOf(tree, target)];
}

/** A press on a leaf walks to it; on an inner node it opens it, with a model that has the node on its path. */
function useSelection({ walking, tree, words, target, change }: TreeSectionProps) {
  const [inner, setInner] = useState<number | null>(null);
  const path = walking ? tree.nodes.subarray(tree.starts[target], tree.starts[target + 1]) : null;
  const open = path?.[(walking?.open ?? 0) - 1];
  const onSelect = (id: number) => {
    setInner(id < 0 || id === inner ? null : id);
    if (id < 0) change({ target: words[~id] ?? '' });
    else if (path) change({ open: path.indexOf(id) + 1 });
  };
  return { selected: inner ?? open ?? ~target, onSelect };
}

/** One tree of the lab, with its name and its mean depth. */
export function TreeSection(props: TreeSectionProps) {
  const { kind, tree, words, counts, target, walking, settings } = props;
  const text = useText(treeLabMessages);
  const folds = useFolds(tree, counts, tree.leaves <= SMALL ? SMALL : KEEP);
  useFollowLeaf(folds, target);
  const depth = useMemo(() => expectedDepth(tree, counts), [tree, counts]);
  const probabilities = walking?.walk?.probabilities ?? null;
  const name = text(`treelab.name-${kind}`);
  return (
    <section className={styles.tree} aria-label={name} data-tree={kind}>
      <SoftmaxTreeView
        name={name}
        folds={folds}
        words={words}
        counts={counts}
        path={{ leaf: target, labels: labelsOf(props), ...(walking && { steps: walking.at }) }}
        moved={walking?.moved ?? null}
        bits={settings.bits}
        height={settings.shown === 'both' ? HEIGHT.two : HEIGHT.one}
        {...useSelection(props)}
        {...(probabilities && { noteOf: (leaf: number) => shareText(probabilities[leaf] ?? 0) })}
      >
        <p className={styles.name}>
          {name}{' '}
          <small>{Number.isFinite(depth) && text('treelab.mean-depth', { depth: depth.toFixed(3) })}</small>
        </p>
      </SoftmaxTreeView>
    </section>
  );
}

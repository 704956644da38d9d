import { useMemo, useState } from 'react';
import { SoftmaxTreeView } from '../components/diagrams/softmax-tree/SoftmaxTreeView.tsx';
import { useFolds } from '../components/diagrams/softmax-tree/useFolds.ts';
import { createRandom } from '../models/random.ts';
import { walkTree } from '../models/softmax/hierarchical.ts';
import { huffmanTree } from '../models/softmax/huffman.ts';
import { balancedTree } from '../models/softmax/tree.ts';
import type { GalleryState } from './galleryTypes.ts';

const DIMENSIONS = 6;

interface TreeStateProps {
  readonly words: readonly string[];
  readonly counts: readonly number[];
  readonly keep: number;
  readonly balanced?: boolean;
  /** The leaf to whom the way is lit. */
  readonly leaf?: number;
  readonly moved?: boolean;
  readonly bits?: boolean;
}

/** A tree whose nodes have seeded vectors. */
function TreeState({
  words,
  counts,
  keep,
  balanced = false,
  leaf,
  moved = false,
  bits = false,
}: TreeStateProps) {
  const tree = useMemo(
    () => (balanced ? balancedTree(counts.length) : huffmanTree(counts)),
    [counts, balanced],
  );
  const folds = useFolds(tree, counts, keep);
  const [selected, setSelected] = useState<number | null>(leaf === undefined ? null : ~leaf);
  const steps = useMemo(() => {
    const random = createRandom(2);
    const draw = (length: number) => Float64Array.from({ length }, () => 1.5 * random.normal());
    const scores = { tree, vectors: draw(tree.left.length * DIMENSIONS), hidden: draw(DIMENSIONS) };
    return leaf === undefined ? [] : walkTree(scores, leaf);
  }, [tree, leaf]);
  const path =
    leaf === undefined
      ? null
      : { leaf, labels: steps.map(({ probability }) => probability.toFixed(3).slice(1)) };
  const halos = useMemo(
    () => new Map(steps.map(({ node, probability }) => [node, 1 - probability])),
    [steps],
  );
  return (
    <SoftmaxTreeView
      name="Tree"
      folds={folds}
      words={words}
      counts={counts}
      selected={selected}
      onSelect={setSelected}
      path={path}
      moved={moved ? halos : null}
      bits={bits}
    />
  );
}

const FRUIT = 'the of and to a in glass apple queen king juice orange zulu durian'.split(' ');
const FRUIT_COUNTS = [22, 12, 10, 9, 8, 7, 4, 3, 2, 2, 4, 3, 1, 1];
const MANY = Array.from({ length: 9812 }, (_, i) => `word${i + 1}`);
const MANY_COUNTS = MANY.map((_, i) => Math.ceil(62_000 / (i + 1)));
const CHINESE = [
  '的',
  '中华人民共和国全国人民代表大会常务委员会',
  '不',
  '春风',
  '明月',
  '江南',
  '天涯',
  '何处',
];

export const SOFTMAX_TREE_STATES: readonly GalleryState[] = [
  {
    id: 'softmax-tree-path',
    title: 'Huffman tree: the way to a word',
    render: () => <TreeState words={FRUIT} counts={FRUIT_COUNTS} keep={14} leaf={11} moved />,
  },
  {
    id: 'softmax-tree-balanced',
    title: 'Balanced tree with its turns',
    render: () => <TreeState words={FRUIT} counts={FRUIT_COUNTS} keep={14} balanced bits />,
  },
  {
    id: 'softmax-tree-folded',
    title: 'The frequent words of a large vocabulary, the others folded',
    render: () => <TreeState words={MANY} counts={MANY_COUNTS} keep={14} leaf={5} />,
  },
  {
    id: 'softmax-tree-long-words',
    title: 'A tree as deep as can be, with long words',
    render: () => <TreeState words={CHINESE} counts={[128, 64, 32, 16, 8, 4, 2, 1]} keep={8} leaf={7} bits />,
  },
  {
    id: 'softmax-tree-one',
    title: 'One word: no inner node',
    render: () => <TreeState words={['durian']} counts={[3]} keep={1} leaf={0} />,
  },
];

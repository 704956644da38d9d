import { useMemo } from 'react';
import { SoftmaxTreeView } from '../../components/diagrams/softmax-tree/SoftmaxTreeView.tsx';
import { useFolds } from '../../components/diagrams/softmax-tree/useFolds.ts';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { textClassifierMessages } from '../../i18n/messages/text-classifier.ts';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import type { EmbeddingInfo, Labelling } from '../../workers/embeddings/protocol.ts';
import styles from './text-classifier.module.css';
import { visitedNodes } from './tree-search.ts';

export interface LabelTreeProps {
  readonly info: EmbeddingInfo;
  readonly answer: Labelling;
}

/** Leaves that are to be seen at first. */
const SEEN = 24;
/** Smallest share that is written out: what would round to 0 without being 0 is less than this. */
const LEAST = 0.001;
/** Labels that are searched for. */
const FOUND = 3;

/** The tree over the labels, and what a search for the most probable ones looked at. */
export function LabelTree({ info, answer }: LabelTreeProps) {
  const text = useText(textClassifierMessages);
  const percent = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()], {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const tree = useMemo(() => huffmanTree(info.labelCounts), [info.labelCounts]);
  const folds = useFolds(tree, info.labelCounts, SEEN);
  const [first] = answer.best;
  const lit = visitedNodes(tree, answer, 1);
  const noteOf = (leaf: number) => {
    const p = answer.probabilities[leaf] ?? 0;
    return p > 0 && p < LEAST / 2 ? `<${percent.format(LEAST)}` : percent.format(p);
  };
  return (
    <section className={styles.tree} data-testid="label-tree">
      <SoftmaxTreeView
        name={text('classifier.tree')}
        folds={folds}
        words={info.labels}
        counts={info.labelCounts}
        path={first ? { leaf: first.leaf } : null}
        lit={lit}
        noteOf={noteOf}
        height={600}
      />
      <p className={styles.note}>{text('classifier.search')}</p>
      <ol className={styles.found} data-testid="search">
        {answer.best.slice(0, FOUND).map(({ leaf, visited }) => (
          <li key={leaf}>
            {text('classifier.found', {
              label: info.labels[leaf] ?? '',
              share: noteOf(leaf),
              visited,
              all: tree.leaves - 1,
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}

import { useMemo } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import { powers, significant } from '../ngrams/format.ts';
import { searchTree } from './search.ts';
import styles from './tree-walk.module.css';
import type { Forest, Walk } from './view.ts';

/** The most probable word of the running model, best first, and what finding it cost. */
export function SearchPanel({
  forest: { info, tree },
  walk,
}: {
  readonly forest: Forest;
  readonly walk: Walk;
}) {
  const text = useText(treeWalkMessages);
  const { best, greedy, nodes } = useMemo(
    () => searchTree(tree, walk.logProbabilities, 3),
    [tree, walk.logProbabilities],
  );
  const [first, second, third] = best;
  const wordOf = (leaf: number) => info.words[leaf] ?? '';
  const share = (visited: number) => `${significant((100 * visited) / Math.max(1, nodes), 2)} %`;
  if (!first) return null;
  return (
    <section className={styles.panel} data-testid="search">
      <p className={styles.heading}>{text('treewalk.search-title')}</p>
      <p>
        {text('treewalk.search-found', {
          visited: first.visited,
          nodes,
          share: share(first.visited),
          word: wordOf(first.leaf),
          probability: powers(Math.exp(first.logProbability), 3),
        })}
      </p>
      {second && third && (
        <p>
          {text('treewalk.search-three', {
            visited: third.visited,
            second: wordOf(second.leaf),
            third: wordOf(third.leaf),
          })}
        </p>
      )}
      <p>
        {text('treewalk.search-greedy', {
          visited: greedy.visited,
          word: wordOf(greedy.leaf),
          probability: powers(Math.exp(greedy.logProbability), 3),
          right: greedy.leaf === first.leaf ? 'yes' : 'no',
        })}
      </p>
    </section>
  );
}

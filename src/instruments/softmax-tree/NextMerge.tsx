import { useCountText } from '../../components/diagrams/softmax-tree/useCountText.ts';
import { useText } from '../../components/text/useText.tsx';
import { softmaxTreeMessages } from '../../i18n/messages/softmax-tree.ts';
import { type QueuePanelProps, usePartName } from './QueuePanel.tsx';
import styles from './softmax-tree.module.css';

/** Which two parts come next, and of equals, why these. */
export function NextMerge(props: QueuePanelProps) {
  const { merges, tree, at, queue } = props.merges;
  const text = useText(softmaxTreeMessages);
  const { whole } = useCountText();
  const nameOf = usePartName(props);
  const [first, second] = queue.parts;
  const next = merges[at];
  if (tree.leaves === 1) return <p className={styles.next}>{text('tree.one-word')}</p>;
  if (!next || !first || !second) {
    return (
      <p className={styles.next} role="status">
        {text('tree.built', { words: tree.leaves, nodes: merges.length })}
      </p>
    );
  }
  const tie = queue.tie ?? queue.order;
  return (
    <p className={styles.next} role="status">
      {text('tree.next', {
        first: nameOf(first),
        second: nameOf(second),
        a: whole(first.count),
        b: whole(second.count),
        sum: whole(next.count),
      })}{' '}
      {tie && text(`tree.tie-${tie}`, { count: whole(second.count) })}
    </p>
  );
}

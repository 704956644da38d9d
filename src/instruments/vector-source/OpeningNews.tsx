import { Button } from '../../components/controls/Button.tsx';
import { formatBytes, formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import type { Opening, OpenProgress } from '../../store/vectors-state.ts';
import { setName } from './say.ts';
import styles from './vector-source.module.css';

export interface OpeningNewsProps {
  readonly opening: Opening;
  readonly onCancel: () => void;
}

/** How the opening of vectors goes. */
export function OpeningNews({ opening, onCancel }: OpeningNewsProps) {
  const text = useText(vectorsMessages);
  const { progress } = opening;
  const share = progress?.total ? Math.min(1, progress.done / progress.total) : undefined;
  return (
    <div className={styles.news}>
      <p>{text('vectors.opening', { name: setName(text, opening) })}</p>
      <progress className={styles.meter} aria-label={text('vectors.progress')} max={1} value={share} />
      {progress && <Numbers {...progress} />}
      <Button onClick={onCancel}>{text('vectors.cancel')}</Button>
    </div>
  );
}

function Numbers({ done, total, words, elapsed }: OpenProgress) {
  const text = useText(vectorsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const size = (bytes: number) => formatBytes(bytes, 3, tag);
  const rate = elapsed > 0 ? (1000 * done) / elapsed : 0;
  const parts = [
    total === null
      ? text('vectors.so-far-open', { done: size(done) })
      : text('vectors.so-far', { done: size(done), total: size(total) }),
    rate > 0 ? text('vectors.so-far-rate', { rate: size(rate) }) : '',
    words > 0 ? text('vectors.so-far-words', { count: words, shown: formatWhole(words, tag) }) : '',
    total !== null && rate > 0
      ? text('vectors.so-far-left', { seconds: Math.ceil((total - done) / rate) })
      : '',
  ];
  return <p className={styles.numbers}>{parts.filter((part) => part !== '').join(' · ')}</p>;
}

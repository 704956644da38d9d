import { Button } from '../../components/controls/Button.tsx';
import { ConfirmButton } from '../../components/controls/ConfirmButton.tsx';
import { formatBytes, formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import type { KeptSet } from '../../store/vectors-state.ts';
import styles from './vector-source.module.css';

export interface KeptSetsProps {
  readonly sets: readonly KeptSet[];
  readonly onOpen: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** Sets that the reader put away in this browser. */
export function KeptSets({ sets, onOpen, onRemove }: KeptSetsProps) {
  const text = useText(vectorsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  if (sets.length === 0) return null;
  return (
    <section className={styles.kept} aria-label={text('vectors.kept', { count: sets.length })}>
      <h3>{text('vectors.kept', { count: sets.length })}</h3>
      <ul>
        {sets.map(({ id, name, words, dimensions, precision, bytes, added }) => (
          <li key={id}>
            <span className={styles.keptName} dir="auto">
              {name}
            </span>
            <span className={styles.numbers}>
              {text('vectors.size', { words: formatWhole(words, tag), dimensions })} ·{' '}
              {text(`vectors.${precision}`)} · {formatBytes(bytes, 3, tag)} ·{' '}
              {new Date(added).toLocaleDateString(tag)}
            </span>
            <Button label={text('vectors.use-named', { name })} onClick={() => onOpen(id)}>
              {text('vectors.use')}
            </Button>
            <ConfirmButton
              label={text('vectors.remove-named', { name })}
              question={text('vectors.remove-question')}
              onConfirm={() => onRemove(id)}
            >
              {text('vectors.remove')}
            </ConfirmButton>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{text('vectors.kept-note')}</p>
    </section>
  );
}

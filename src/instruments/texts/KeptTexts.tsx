import { Button } from '../../components/controls/Button.tsx';
import { ConfirmButton } from '../../components/controls/ConfirmButton.tsx';
import { formatBytes } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { textsMessages } from '../../i18n/messages/texts.ts';
import type { KeptText } from '../../store/texts.ts';
import styles from './texts.module.css';

export interface KeptTextsProps {
  readonly texts: readonly KeptText[];
  /** The one that is learnt. */
  readonly used: string | null;
  readonly onUse: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** The reader's texts in this browser. */
export function KeptTexts({ texts, used, onUse, onRemove }: KeptTextsProps) {
  const text = useText(textsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  if (texts.length === 0) return null;
  return (
    <details className={styles.kept}>
      <summary>{text('texts.kept', { count: texts.length })}</summary>
      <ul>
        {texts.map(({ id, name, bytes, added }) => (
          <li key={id}>
            <span className={styles.keptName} dir="auto">
              {name}
            </span>
            <span className={styles.numbers}>
              {formatBytes(bytes, 3, tag)} · {new Date(added).toLocaleDateString(tag)}
            </span>
            <Button pressed={id === used} label={text('texts.use-named', { name })} onClick={() => onUse(id)}>
              {text('texts.use')}
            </Button>
            <ConfirmButton
              label={text('texts.remove-named', { name })}
              question={text('texts.remove-question')}
              onConfirm={() => onRemove(id)}
            >
              {text('texts.remove')}
            </ConfirmButton>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{text('texts.kept-note')}</p>
    </details>
  );
}

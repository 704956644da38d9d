import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import type { VectorSet } from '../../store/vectors-state.ts';
import { flawText } from './fault-text.ts';
import { setName } from './say.ts';
import { setFacts } from './set-facts.ts';
import styles from './vector-source.module.css';

/** The open set as it is: name, size, precision, and what of its source was kept. */
export function SetFacts({ set }: { readonly set: Pick<VectorSet, 'info' | 'isPartial'> | null }) {
  const text = useText(vectorsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  if (!set) return <p className={styles.chip}>{text('vectors.none')}</p>;
  const { info, isPartial } = set;
  return (
    <p className={styles.chip}>
      <b dir="auto">{setName(text, info)}</b>
      {setFacts(text, info, tag).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {isPartial && <em>{text('vectors.partial')}</em>}
    </p>
  );
}

/** What was not as expected in the source of the open set; the good rows are open. */
export function Flaws({ flaws }: Pick<VectorSet['info'], 'flaws'>) {
  const text = useText(vectorsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  if (flaws.length === 0) return null;
  const count = flaws.reduce((sum, flaw) => sum + flaw.count, 0);
  return (
    <details className={styles.flaws}>
      <summary>{text('vectors.flaws', { count })}</summary>
      <ul>
        {flaws.map((flaw) => (
          <li key={flaw.code}>{flawText(text, flaw, tag)}</li>
        ))}
      </ul>
    </details>
  );
}

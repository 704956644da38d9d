import type { Notation } from '../../components/diagrams/symbols.ts';
import styles from './backward.module.css';
import { factorLetter } from './letters.ts';
import type { Factor } from './values.ts';

/** A factor's name in running text: Γ_f with its unit below and, for old values, t − 1 above. */
export function LetterText(props: { readonly factor: Factor; readonly notation: Notation }) {
  const { before, base, sub, after, previous, index } = factorLetter(props.factor, props.notation);
  return (
    <span className={styles.letter}>
      {before}
      <i>{base}</i>
      <sub>{[sub, index].filter(Boolean).join(',')}</sub>
      {previous ? <sup>⟨t−1⟩</sup> : null}
      {after}
    </span>
  );
}

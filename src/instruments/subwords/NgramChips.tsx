import { useText } from '../../components/text/useText.tsx';
import { subwordsMessages } from '../../i18n/messages/subwords.ts';
import type { NgramRow } from './ngram-rows.ts';
import styles from './subwords.module.css';

export interface NgramChipsProps {
  readonly word: string;
  readonly rows: readonly NgramRow[];
  readonly selected: number;
  /** Whether a row is shared with another n-gram, of this word or of the vocabulary. */
  readonly isShared: (row: NgramRow) => boolean;
  readonly onSelect: (index: number) => void;
}

/** The word between its marks, character by character; those of the n-gram that is opened are marked. */
function Spelled({ word, shown }: { readonly word: string; readonly shown: NgramRow | undefined }) {
  const characters = [...`<${word}>`];
  const isIn = (i: number) => shown !== undefined && i >= shown.start && i < shown.start + shown.n;
  return (
    <p className={styles.spelled} aria-hidden="true">
      {characters.map((character, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a character is known by its place.
          key={i}
          data-in={isIn(i) || undefined}
          data-mark={i === 0 || i === characters.length - 1 || undefined}
        >
          {character}
        </span>
      ))}
    </p>
  );
}

/** All n-grams of a word, a line for each length; press one to open it. */
export function NgramChips({ word, rows, selected, isShared, onSelect }: NgramChipsProps) {
  const text = useText(subwordsMessages);
  const lengths = [...new Set(rows.map(({ n }) => n))];
  return (
    <div className={styles.chips}>
      <Spelled word={word} shown={rows[selected]} />
      {lengths.map((n) => (
        <section key={n} className={styles.line} aria-label={text('subwords.length', { n })}>
          <span className={styles.n}>{`n = ${n}`}</span>
          <span className={styles.list}>
            {rows.map((row, i) =>
              row.n === n ? (
                <button
                  // biome-ignore lint/suspicious/noArrayIndexKey: an n-gram may come twice; its place tells it apart.
                  key={i}
                  type="button"
                  className={styles.chip}
                  aria-pressed={i === selected}
                  data-shared={isShared(row) || undefined}
                  onClick={() => onSelect(i)}
                >
                  {row.ngram}
                </button>
              ) : null,
            )}
          </span>
        </section>
      ))}
    </div>
  );
}

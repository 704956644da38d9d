import { needsSpace } from '../../components/controls/tokenSpacing.ts';
import { contextAt, type DrawnPassage, type DrawnToken } from './draw-windows.ts';
import styles from './pairs.module.css';

export interface PassageWordsProps {
  readonly passage: DrawnPassage;
  readonly place: number;
  readonly level: 'character' | 'word';
  readonly onPlace: (place: number) => void;
}

/** A chance with two decimals: .14; nothing where a word surely stays. */
export function chanceText(keep: number): string {
  if (keep >= 0.995) return '';
  return keep < 0.005 ? '<.01' : keep.toFixed(2).slice(1);
}

interface WordProps {
  readonly token: DrawnToken;
  readonly role: 'centre' | 'context' | null;
  /** Absent: the window does not stop here. */
  readonly onPick?: () => void;
}

function Letters({ token, onPick }: Omit<WordProps, 'role'>) {
  if (token.dropped) return <del className={styles.dropped}>{token.text}</del>;
  if (!onPick) return <span className={styles.rare}>{token.text}</span>;
  return (
    // The arrow keys go from word to word; forty stops for Tab would be in the way.
    <button type="button" tabIndex={-1} onClick={onPick}>
      {token.text}
    </button>
  );
}

function Word({ token, role, onPick }: WordProps) {
  if (token.kind === 'mark') return <span className={styles.mark}>{token.text}</span>;
  return (
    <span
      className={styles.token}
      data-kind={token.kind}
      data-role={role ?? undefined}
      data-dropped={token.dropped || undefined}
    >
      <Letters token={token} {...(onPick && { onPick })} />
      <small>{token.kind === 'known' ? chanceText(token.keep) : ''}</small>
    </span>
  );
}

/** The passage with what became of each word, and where the window stands. */
export function PassageWords(props: PassageWordsProps) {
  const { passage, place, level, onPlace } = props;
  const { tokens, places } = passage;
  const placeOf = new Map(places.map((token, i) => [token, i]));
  const context = new Set(contextAt(passage, place));
  const roleOf = (own: number | undefined) => {
    if (own === undefined) return null;
    return own === place ? 'centre' : context.has(own) ? 'context' : null;
  };
  return (
    <p className={styles.passage} dir="auto">
      {tokens.map((token, i) => {
        const own = placeOf.get(i);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is where it stands.
          <span key={i}>
            {level === 'word' && needsSpace(tokens[i - 1]?.text, token.text) ? ' ' : null}
            <Word
              token={token}
              role={roleOf(own)}
              {...(own !== undefined && { onPick: () => onPlace(own) })}
            />
          </span>
        );
      })}
    </p>
  );
}

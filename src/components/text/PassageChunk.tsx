import { type CSSProperties, memo } from 'react';
import { contrastText, type SignedPalette, signedColor } from '../diagrams/palette.ts';
import styles from './ColouredPassage.module.css';

/** A token as it is shown. */
export interface PassageToken {
  readonly text: string;
  /** White space before it that is no token. */
  readonly gap: string;
  /** False: it entered the network as ⟨UNK⟩. */
  readonly known: boolean;
}

/** What says the sign besides the colour: a dotted line under what is below 0, or a bar that rises or hangs over the token. */
export type PassageSigns = 'none' | 'underline' | 'bars';

export interface PassageChunkProps {
  readonly tokens: readonly PassageToken[];
  readonly values: ArrayLike<number>;
  readonly signs: PassageSigns;
  readonly palette: SignedPalette;
  readonly start: number;
  readonly end: number;
  /** Token that is pointed at; −1: none of these. */
  readonly at: number;
  /** Marked stretch within these. */
  readonly from: number;
  readonly to: number;
}

/** A value nearer to 0 has no sign to speak of. */
const SIGNED = 0.1;
/** Height of a bar of size 1 (px); as much lies above the line from which it rises or falls. */
const BAR = 9;

/** A bar over the token: its height and where it begins, before the fill of the token itself. */
function barStyle(value: number): CSSProperties {
  const height = Number.isNaN(value) ? 0 : Math.min(1, Math.abs(value)) * BAR;
  return {
    backgroundSize: `100% ${height.toFixed(1)}px, 100% calc(100% - ${2 * BAR}px)`,
    backgroundPosition: `0 ${(value < 0 ? BAR : BAR - height).toFixed(1)}px, 0 100%`,
  };
}

function styleOf(value: number, signs: PassageSigns, palette: SignedPalette): CSSProperties {
  const fill = signedColor(value, palette);
  return {
    ...({ '--fill': fill } as CSSProperties),
    ...(fill === 'transparent' ? {} : { color: contrastText(fill) }),
    ...(signs === 'bars' ? barStyle(value) : {}),
  };
}

function signOf(value: number, signs: PassageSigns): string | undefined {
  return signs === 'underline' && value <= -SIGNED ? styles.minus : undefined;
}

/** Where a token lies in the marked stretch. */
function markOf(t: number, { from, to }: PassageChunkProps): readonly (string | undefined)[] {
  if (t < from || t >= to) return [];
  return [styles.marked, t === from ? styles.first : undefined, t === to - 1 ? styles.last : undefined];
}

function Token({ t, props }: { readonly t: number; readonly props: PassageChunkProps }) {
  const token = props.tokens[t];
  if (!token) return null;
  const value = props.values[t] ?? Number.NaN;
  const isBreak = token.text === '\n';
  const classes = [
    styles.token,
    signOf(value, props.signs),
    ...markOf(t, props),
    isBreak ? styles.break : undefined,
    token.known ? undefined : styles.unknown,
    t === props.at ? styles.at : undefined,
  ];
  return (
    <>
      {token.gap}
      <span
        data-t={t}
        className={classes.filter(Boolean).join(' ')}
        style={styleOf(value, props.signs, props.palette)}
      >
        {isBreak ? '↵' : token.text}
      </span>
      {isBreak ? '\n' : null}
    </>
  );
}

/** Some tokens of a passage, drawn anew together. */
export const PassageChunk = memo(function PassageChunk(props: PassageChunkProps) {
  const { start, end } = props;
  return (
    <span data-chunk="">
      {Array.from({ length: end - start }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place.
        <Token key={i} t={start + i} props={props} />
      ))}
    </span>
  );
});

import { type KeyboardEvent, type MouseEvent, memo, useCallback, useEffect, useId, useRef } from 'react';
import { samplingMessages } from '../../i18n/messages/sampling.ts';
import { useText } from '../text/useText.tsx';
import styles from './TokenText.module.css';
import { needsSpace } from './tokenSpacing.ts';

export interface TextToken {
  readonly text: string;
  /** A token such as ⟨UNK⟩ that stands for no letters, or text that the model does not know. */
  readonly special: 'mark' | 'unknown' | null;
}

export interface TokenTextProps {
  /** What it is, and what can be done with it. */
  readonly label: string;
  /** In front, not to be chosen. */
  readonly beginning: readonly TextToken[];
  readonly tokens: readonly TextToken[];
  /** Words get spaces between them; characters run together. */
  readonly level: 'character' | 'word';
  /** Index among `tokens`; null: the place behind the last one. */
  readonly selected: number | null;
  readonly onSelect: (selected: number | null) => void;
  /** Name of the place behind the last token. */
  readonly nextLabel: string;
}

const GLYPHS: Readonly<Record<string, string>> = { '\n': '↵', '\t': '⇥' };

/** What shows of a token: text runs on, a line break is marked and breaks the line, a space is underlined. */
function Letters({ text, special }: TextToken) {
  const glyph = GLYPHS[text];
  if (glyph !== undefined) {
    return (
      <>
        <span className={styles.glyph}>{glyph}</span>
        {text}
      </>
    );
  }
  if (special === 'mark') return <span className={styles.mark}>{text}</span>;
  if (special === 'unknown') return <span className={styles.unknown}>{text}</span>;
  return /^\s+$/u.test(text) ? <span className={styles.space}>{text}</span> : text;
}

function useSpoken() {
  const text = useText(samplingMessages);
  return useCallback(
    (token: string) => {
      if (token === '\n') return text('sample.line-break');
      if (token === '\t') return text('sample.tab');
      return /^\s+$/u.test(token) ? text('sample.space') : undefined;
    },
    [text],
  );
}

interface TokenProps {
  readonly id: string;
  readonly token: TextToken;
  readonly spaced: boolean;
  readonly selected: boolean;
  /** Absent: not to be chosen. */
  readonly index?: number;
  readonly spoken: string | undefined;
}

const Token = memo(function Token({ id, token, spaced, selected, index, spoken }: TokenProps) {
  return (
    <>
      {spaced ? ' ' : null}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and says which option is active. */}
      <span
        id={id}
        role="option"
        aria-selected={selected}
        aria-disabled={index === undefined ? true : undefined}
        aria-label={spoken}
        data-index={index}
        className={index === undefined ? styles.typed : styles.token}
      >
        <Letters {...token} />
      </span>
    </>
  );
});

/** Where a key leads from a place; `count` is the place behind the last token. Null for a key that does not move. */
function moved(key: string, at: number, count: number): number | null {
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count, at + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count : null;
}

/** The place behind the last token. */
function NextPlace(props: {
  readonly id: string;
  readonly index: number;
  readonly label: string;
  readonly selected: boolean;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and says which option is active.
    <span
      id={props.id}
      role="option"
      aria-selected={props.selected}
      aria-label={props.label}
      title={props.label}
      data-index={props.index}
      className={styles.next}
    />
  );
}

/** A running text whose tokens can be chosen, by pointer or arrow keys, and the place where the next one will stand. */
export function TokenText(props: TokenTextProps) {
  const { label, beginning, tokens, level, selected, onSelect } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const spoken = useSpoken();
  const count = tokens.length;
  const at = selected ?? count;
  useEffect(() => showIn(box.current, document.getElementById(`${id}-${at}`)), [id, at]);
  const choose = (index: number) => onSelect(index >= count ? null : index);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.ctrlKey || event.metaKey || event.altKey ? null : moved(event.key, at, count);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    choose(to);
  };
  const onClick = ({ target }: MouseEvent) => {
    const index = (target as Element).closest('[data-index]')?.getAttribute('data-index');
    if (index !== null && index !== undefined) choose(Number(index));
  };
  const all = [...beginning, ...tokens];
  return (
    <div
      ref={box}
      dir="auto"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`${id}-${at}`}
      className={styles.text}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {all.map((token, i) => {
        const index = i - beginning.length;
        return (
          <Token
            key={index}
            id={`${id}-${index}`}
            {...(index >= 0 ? { index } : {})}
            token={token}
            spaced={level === 'word' && needsSpace(all[i - 1]?.text, token.text)}
            selected={index === at}
            spoken={spoken(token.text)}
          />
        );
      })}
      <NextPlace id={`${id}-${count}`} index={count} label={props.nextLabel} selected={at === count} />
    </div>
  );
}

/** Scrolls the box, and nothing around it, so far that the token is in sight. */
function showIn(box: HTMLElement | null, token: HTMLElement | null): void {
  if (!box || !token) return;
  const top = token.offsetTop;
  if (top < box.scrollTop) box.scrollTop = top - 4;
  const bottom = top + token.offsetHeight;
  if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight + 8;
}

import { type KeyboardEvent, useId, useState } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import styles from './WordField.module.css';
import { findWords, type WordHit } from './words.ts';

export interface WordFieldProps {
  readonly label: string;
  readonly value: string;
  /** The vocabulary, the most frequent word first, and how often each occurs. */
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
  readonly onChange: (word: string) => void;
}

const MOST = 8;

/** What is typed, what it may mean, and which of those is marked. */
function useChoice({ value, words, onChange }: WordFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [marked, setMarked] = useState(0);
  const open = draft !== null;
  // The word that stands in the field is no search: all words are offered until something is typed.
  const hits = open ? findWords(words, draft, MOST) : [];
  const close = () => setDraft(null);
  return {
    open,
    hits,
    marked,
    shown: draft ?? value,
    type(typed: string) {
      setDraft(typed);
      setMarked(0);
    },
    begin: () => setDraft(''),
    close,
    take(hit: WordHit | undefined) {
      if (hit) onChange(hit.word);
      close();
    },
    mark: (direction: 1 | -1) => setMarked((at) => (at + direction + hits.length) % Math.max(1, hits.length)),
  };
}
type Choice = ReturnType<typeof useChoice>;

function keysOf(choice: Choice) {
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (choice.open ? choice.mark(1) : choice.begin()),
    ArrowUp: () => (choice.open ? choice.mark(-1) : choice.begin()),
    Enter: () => choice.open && choice.take(choice.hits[choice.marked]),
    Escape: choice.close,
  };
  return (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}

function Suggestions(props: {
  readonly id: string;
  readonly choice: Choice;
  readonly counts: ArrayLike<number>;
}) {
  const { id, choice, counts } = props;
  const text = useText(treeWalkMessages);
  return (
    <div id={id} className={styles.list} role="listbox" aria-label={text('treewalk.suggestions')}>
      {choice.hits.map((hit, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
        <div
          key={hit.id}
          id={`${id}-${i}`}
          className={styles.option}
          role="option"
          tabIndex={-1}
          aria-selected={i === choice.marked}
          aria-label={text('treewalk.option', { word: hit.word, count: counts[hit.id] ?? 0 })}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choice.take(hit)}
        >
          <bdi>{hit.word}</bdi>
          <span>{counts[hit.id]}</span>
        </div>
      ))}
    </div>
  );
}

/** A word of the vocabulary, found by its beginning, by a part of it, or by some of its letters. */
export function WordField(props: WordFieldProps) {
  const { label, value, words, counts } = props;
  const text = useText(treeWalkMessages);
  const id = useId();
  const choice = useChoice(props);
  const { open, hits, shown } = choice;
  const isMissing = open ? hits.length === 0 : words.length > 0 && !words.includes(value);
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.input}
        role="combobox"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={open && hits.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && hits.length > 0 ? `${id}-list-${choice.marked}` : undefined}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-missing` : undefined}
        value={shown}
        onFocus={(event) => event.target.select()}
        onChange={(event) => choice.type(event.target.value)}
        onClick={() => !open && choice.begin()}
        onBlur={choice.close}
        onKeyDown={keysOf(choice)}
      />
      {open && hits.length > 0 && <Suggestions id={`${id}-list`} choice={choice} counts={counts} />}
      {isMissing && (
        <span id={`${id}-missing`} className={styles.missing} role="alert">
          {text('treewalk.unknown', { word: shown, count: words.length })}
        </span>
      )}
    </span>
  );
}

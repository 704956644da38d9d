import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import type { Found, VectorSet } from '../../store/vectors-state.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { meantWord } from './meant-word.ts';
import styles from './WordField.module.css';

export interface WordFieldProps {
  readonly set: VectorSet;
  readonly label: string;
  readonly value: string;
  readonly onChange: (word: string) => void;
  /** A word of the set is taken over as soon as it is typed; else on Enter, or when it is chosen. */
  readonly live?: boolean;
  /** The label is for screen readers only. */
  readonly quiet?: boolean;
}

const MOST = 8;

interface Choice {
  readonly isOpen: boolean;
  readonly shown: string;
  readonly found: readonly Found[];
  readonly marked: number;
  /** What Enter takes. */
  readonly meant: string;
  /** The word in the field is none of the set's. */
  readonly isUnknown: boolean;
  type(typed: string): void;
  open(): void;
  close(): void;
  take(word: string | undefined): void;
  mark(direction: 1 | -1): void;
}

const isEqual = (found: readonly Found[], word: string): boolean =>
  found.some((each) => each.word === word.trim().normalize('NFC'));

/** What is typed, what the set has of it, and which of that is marked. */
function useChoice({ set, value, live = false, onChange }: WordFieldProps): Choice {
  const [draft, setDraft] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState<number | null>(null);
  const shown = draft ?? value;
  const asked = shown.trim() === '' ? null : ({ kind: 'find', text: shown, count: MOST } as const);
  const { answer, question, pending } = useAnswer(set, asked);
  const found = asked ? (answer?.found ?? []) : [];
  const isSettled = !pending && question?.text === shown;
  const at = Math.min(marked ?? 0, Math.max(0, found.length - 1));
  const typed = draft?.trim().normalize('NFC') ?? value;
  const isTaken = live && isSettled && typed !== value && isEqual(found, typed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each word that is found.
  useEffect(() => {
    if (isTaken) onChange(typed);
  }, [isTaken, typed]);
  const close = () => {
    setOpen(false);
    setDraft(null);
  };
  const take = (word: string | undefined) => {
    if (word !== undefined && word !== '') onChange(word);
    close();
  };
  return {
    isOpen: isOpen && found.length > 0,
    shown,
    found,
    marked: at,
    meant: meantWord({ shown, found, isSettled, isOpen, marked: marked === null ? null : at }),
    isUnknown: isSettled && !isEqual(found, shown) && !set.info.hasSubwords,
    type(letters) {
      setDraft(letters);
      setMarked(null);
      setOpen(true);
    },
    open: () => setOpen(true),
    close,
    take,
    mark: (direction) => setMarked((at + direction + found.length) % Math.max(1, found.length)),
  };
}

function keysOf(choice: Choice) {
  const { isOpen } = choice;
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (isOpen ? choice.mark(1) : choice.open()),
    ArrowUp: () => (isOpen ? choice.mark(-1) : choice.open()),
    Enter: () => choice.take(choice.meant),
    Escape: choice.close,
  };
  return (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : keys[event.key];
    if (!act || (event.key === 'Escape' && !isOpen)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

function Suggestions({ id, choice }: { readonly id: string; readonly choice: Choice }) {
  const text = useText(vectorPanelMessages);
  return (
    <div id={id} className={styles.list} role="listbox" aria-label={text('vectorpanels.suggestions')}>
      {choice.found.map(({ word, index, how }, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
        <div
          key={word}
          id={`${id}-${i}`}
          className={styles.option}
          role="option"
          tabIndex={-1}
          aria-selected={i === choice.marked}
          data-how={how}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choice.take(word)}
        >
          <bdi>{word}</bdi>
          <span>{text(how === 'near' ? 'vectorpanels.near' : 'vectorpanels.rank', { rank: index + 1 })}</span>
        </div>
      ))}
    </div>
  );
}

/** What to do about a word that the set lacks: the words nearest to it in spelling. */
function Unknown({
  id,
  choice,
  set,
}: {
  readonly id: string;
  readonly choice: Choice;
  readonly set: VectorSet;
}) {
  const text = useText(vectorPanelMessages);
  const { shown, found, isOpen } = choice;
  return (
    <span id={id} className={styles.unknown} role="alert">
      {text('vectorpanels.unknown', { word: shown.trim(), count: set.info.words })}
      {!isOpen && found.length > 0 && (
        <span className={styles.near}>
          {found.slice(0, 4).map(({ word }) => (
            <button key={word} type="button" onClick={() => choice.take(word)}>
              {word}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}

/** A word of an open set, found by its beginning or by nearly its letters, in any script. */
export function WordField(props: WordFieldProps) {
  const { set, label, quiet = false } = props;
  const id = useId();
  const choice = useChoice(props);
  const { isOpen, isUnknown, marked, shown } = choice;
  return (
    <span className={styles.field}>
      {!quiet && <label htmlFor={id}>{label}</label>}
      <input
        id={id}
        className={styles.input}
        role="combobox"
        dir="auto"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={120}
        aria-label={quiet ? label : undefined}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen ? `${id}-list-${marked}` : undefined}
        aria-invalid={isUnknown}
        aria-describedby={isUnknown ? `${id}-unknown` : undefined}
        value={shown}
        onFocus={(event) => event.target.select()}
        onChange={(event) => choice.type(event.target.value)}
        onBlur={choice.close}
        onKeyDown={keysOf(choice)}
      />
      {isOpen && <Suggestions id={`${id}-list`} choice={choice} />}
      {isUnknown && <Unknown id={`${id}-unknown`} choice={choice} set={set} />}
    </span>
  );
}

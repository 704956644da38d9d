import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import { wordMapMessages } from '../../i18n/messages/word-map.ts';
import styles from './word-map.module.css';
import { completions, spellWord } from './words.ts';

export interface WordAdderProps {
  /** The vocabulary, the most frequent first. */
  readonly vocabulary: readonly string[];
  readonly label?: string;
  readonly isFull: boolean;
  readonly onAdd: (word: string) => void;
}

const SUGGESTIONS = 8;

/** A word of the vocabulary, by its beginning: Enter takes the word typed, or else the most frequent one that begins so. */
export function WordAdder({ vocabulary, label, isFull, onAdd }: WordAdderProps) {
  const text = useText(wordMapMessages);
  const id = useId();
  const [typed, setTyped] = useState('');
  const word = spellWord(typed);
  const found = completions(vocabulary, word, SUGGESTIONS);
  const isUnknown = word !== '' && found.length === 0;
  const add = (chosen: string) => {
    onAdd(chosen);
    setTyped('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = vocabulary.includes(word) ? word : found[0];
    if (chosen !== undefined && !isFull) add(chosen);
  };
  return (
    <div className={styles.adder}>
      <form onSubmit={submit}>
        <label htmlFor={id}>{label ?? text('map.add')}</label>
        <input
          id={id}
          value={typed}
          dir="auto"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          aria-invalid={isUnknown}
          aria-describedby={`${id}-news`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button" disabled={isFull || found.length === 0}>
          {text('map.add-button')}
        </button>
      </form>
      <p id={`${id}-news`} className={styles.warning} role="status">
        {isFull ? text('map.full') : isUnknown ? text('map.unknown', { word }) : ''}
      </p>
      {found.length > 0 && !isFull && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
        <div className={styles.suggestions} role="group" aria-label={text('map.suggestions')}>
          {found.map((each) => (
            <Button key={each} onClick={() => add(each)}>
              {each}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

import { type FormEvent, useId, useState } from 'react';
import { softmaxTreeMessages } from '../../../i18n/messages/softmax-tree.ts';
import controls from '../../controls/controls.module.css';
import { useText } from '../../text/useText.tsx';
import { findWord } from './findWord.ts';
import styles from './SoftmaxTreeView.module.css';

/** A word typed and entered: shown in the tree, or said to be missing. */
export function FindWord(props: {
  readonly words: readonly string[];
  readonly onFind: (leaf: number) => void;
}) {
  const text = useText(softmaxTreeMessages);
  const id = useId();
  const [draft, setDraft] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.trim() === '') return;
    const leaf = findWord(props.words, draft);
    setMissing(leaf === null ? draft.trim() : null);
    if (leaf !== null) props.onFind(leaf);
  };
  return (
    <form className={styles.find} onSubmit={submit}>
      <input
        id={id}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        className={controls.input}
        aria-label={text('tree.find')}
        placeholder={text('tree.find')}
        aria-describedby={`${id}-missing`}
        aria-invalid={missing !== null}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          setMissing(null);
        }}
      />
      <span id={`${id}-missing`} className={styles.missing} role="status">
        {missing !== null && text('tree.find-none', { word: missing })}
      </span>
    </form>
  );
}

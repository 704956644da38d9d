import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cellMessages } from '../../i18n/messages/cells.ts';
import styles from './cells.module.css';
import { LINK_PASSAGE_BYTES, MOST_TOKENS } from './settings.ts';

/** Far more than is read of it. */
const MOST_CHARACTERS = 40_000;

/** The passage as text, to be changed; it is read when the reader says so. */
export function PassageField(props: {
  readonly passage: string;
  /** The one that was handed in. */
  readonly given: string;
  readonly onPassage: (passage: string) => void;
}) {
  const { passage, given, onPassage } = props;
  const text = useText(cellMessages);
  const [draft, setDraft] = useState(passage);
  return (
    <div className={styles.field}>
      <TextField
        label={text('cells.text')}
        value={draft}
        rows={6}
        maxLength={MOST_CHARACTERS}
        hint={text('cells.text-hint', { most: MOST_TOKENS, bytes: LINK_PASSAGE_BYTES })}
        onChange={setDraft}
      />
      <div className={styles.bar}>
        <Button primary disabled={draft.trim() === ''} onClick={() => onPassage(draft)}>
          {text('cells.text-read')}
        </Button>
        {passage !== given && (
          <Button
            onClick={() => {
              setDraft(given);
              onPassage('');
            }}
          >
            {text('cells.text-given')}
          </Button>
        )}
      </div>
    </div>
  );
}

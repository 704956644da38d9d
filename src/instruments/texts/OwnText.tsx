import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { textsMessages } from '../../i18n/messages/texts.ts';
import { fitsLink } from './own-text.ts';
import styles from './texts.module.css';

export interface OwnTextProps {
  /** As it is learnt now. */
  readonly value: string;
  readonly onUse: (text: string) => void;
}

/** Text that the reader types or pastes; it is learnt when they say so. */
export function OwnText({ value, onUse }: OwnTextProps) {
  const text = useText(textsMessages);
  const [draft, setDraft] = useState(value);
  return (
    <div className={styles.own}>
      <TextField
        label={text('setup.corpus.own')}
        value={draft}
        hint={text(fitsLink(draft) ? 'texts.own-hint' : 'texts.own-long')}
        rows={4}
        onChange={setDraft}
      />
      <Button primary disabled={draft.trim() === '' || draft === value} onClick={() => onUse(draft)}>
        {text('setup.useText')}
      </Button>
    </div>
  );
}

import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import tools from '../tools/tools.module.css';
import type { WordTextSettings } from '../word-texts/settings.ts';
import { useWordTextName, WordText } from '../word-texts/WordText.tsx';
import styles from './cooccurrence.module.css';
import type { CountedTextState } from './useCountedText.ts';

export interface TextPartProps {
  readonly settings: WordTextSettings;
  readonly change: (part: Partial<WordTextSettings>) => void;
  readonly counted: CountedTextState;
}

/** Which text, in a line; all about it when it is opened, or when there is something wrong with it. */
export function TextPart({ settings, change, counted: { read, state } }: TextPartProps) {
  const text = useText(cooccurrenceMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const [open, setOpen] = useState(false);
  const name = useWordTextName(state);
  const isOpen = open || state.status === 'failed';
  return (
    <>
      <div className={tools.bar}>
        <Button expanded={isOpen} onClick={() => setOpen(!open)}>
          {text('near.text')}
        </Button>
        {state.status !== 'failed' && (
          <span className={tools.note} data-testid="text">
            {read && state.status === 'ready'
              ? text('near.text-said', {
                  name,
                  kept: formatWhole(read.kept, tag),
                  tokens: formatWhole(read.tokens, tag),
                  words: formatWhole(read.words.length, tag),
                  minCount: settings.minCount,
                })
              : text('near.reading')}
          </span>
        )}
      </div>
      {isOpen && (
        <div className={styles.source}>
          <WordText settings={settings} change={change} state={state} />
        </div>
      )}
    </>
  );
}

import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { wordTextsMessages } from '../../i18n/messages/word-texts.ts';
import { SourceZone } from '../texts/SourceZone.tsx';
import { sourceName } from '../texts/source-name.ts';
import texts from '../texts/texts.module.css';
import type { WordTextSettings } from './settings.ts';
import type { WordTextState } from './useWordText.ts';
import { WordChoice } from './WordChoice.tsx';
import { WordFacts } from './WordFacts.tsx';
import { WordFault } from './WordFault.tsx';
import styles from './word-texts.module.css';

export interface WordTextProps {
  readonly settings: WordTextSettings;
  readonly change: (part: Partial<WordTextSettings>) => void;
  /** `useWordText(settings)`. */
  readonly state: WordTextState;
}

function Reading({ done, total }: { readonly done: number; readonly total: number }) {
  const text = useText(wordTextsMessages);
  const percent = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()], { style: 'percent' });
  return (
    <p className={texts.note} role="status">
      {text('word-texts.reading', { share: percent.format(done / Math.max(1, total)) })}
    </p>
  );
}

/** What a text for word vectors is called on screen. */
export function useWordTextName({ source }: WordTextState): string {
  const text = useText(wordTextsMessages);
  if (!source.text) return '';
  return source.text.name === 'english' ? text('word-texts.english') : sourceName(text, source.text);
}

/**
 * The text that word vectors are learnt from: one that comes with the notebook or a part of it, or the reader's own; which of its
 * words are kept; and what was found in it.
 */
export function WordText({ settings, change, state }: WordTextProps) {
  const { source, read, failure, progress } = state;
  const name = useWordTextName(state);
  return (
    <div className={styles.root}>
      <SourceZone settings={settings} state={source} name={name} change={change}>
        {(kept) => <WordChoice settings={settings} kept={kept} change={change} />}
      </SourceZone>
      {progress && <Reading {...progress} />}
      {failure && <WordFault failure={failure} settings={settings} change={change} />}
      {read && <WordFacts read={read} />}
    </div>
  );
}

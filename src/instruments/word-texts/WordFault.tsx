import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import { wordTextsMessages } from '../../i18n/messages/word-texts.ts';
import type { ReadTextFailure } from '../../models/word2vec/read-text.ts';
import texts from '../texts/texts.module.css';
import type { WordTextSettings } from './settings.ts';

export interface WordFaultProps {
  readonly failure: ReadTextFailure;
  readonly settings: WordTextSettings;
  readonly change: (part: Partial<WordTextSettings>) => void;
}

interface Remedy {
  readonly label: string;
  readonly part: Partial<WordTextSettings>;
}

/** What would help, where a setting would. */
function useRemedy({ failure, settings }: WordFaultProps): Remedy | null {
  const text = useText(wordTextsMessages);
  // The next lower count that could do: half of what the most frequent word has leaves room for a second one.
  if (failure.code === 'min-count') {
    const count = Math.ceil(failure.most / 2);
    return { label: text('word-texts.lower', { count }), part: { minCount: count } };
  }
  if (failure.code === 'no-pairs' && settings.ends !== 'none') {
    return { label: text('word-texts.no-ends'), part: { ends: 'none' } };
  }
  return null;
}

/** Why there is nothing to learn in a text, and a button for what would help. */
export function WordFault(props: WordFaultProps) {
  const text = useText(wordTextsMessages);
  const { failure, change } = props;
  const remedy = useRemedy(props);
  const { code, ...values } = failure;
  return (
    <div className={texts.fault} role="alert">
      <p dir="auto">{text(`word-texts.fault-${code}`, values)}</p>
      {remedy && <Button onClick={() => change(remedy.part)}>{remedy.label}</Button>}
    </div>
  );
}

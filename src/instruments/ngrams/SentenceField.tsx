import { useState } from 'react';
import { TextField } from '../../components/controls/TextField.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import { completeText } from '../../models/language/typed.ts';
import { MOST_TOKENS } from './chain.ts';
import type { CountedModel, CountedText } from './count-text.ts';

export interface SentenceFieldProps {
  readonly sentence: string;
  readonly onSentence: (sentence: string) => void;
  readonly counted: CountedText | null;
  readonly model: CountedModel | null;
}

const UNKNOWN_SHOWN = 6;

/** What is to be said of the sentence as the model reads it. */
function useHint({ sentence, counted, model }: SentenceFieldProps): string {
  const text = useText(ngramsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  if (!counted || !model) return text('ngrams.counting');
  const tokens = completeText(sentence, model.text);
  const unknown = [...new Set(tokens.filter(({ known }) => !known).map((token) => token.text))];
  const words = unknown.slice(0, UNKNOWN_SHOWN).join(', ');
  if (unknown.length > 0) return text('ngrams.unknown', { words });
  if (tokens.length > MOST_TOKENS) return text('ngrams.sentence-cut', { most: MOST_TOKENS });
  return text('ngrams.sentence-hint', {
    tokens: plain.format(counted.counts.tokens),
    vocabulary: plain.format(counted.vocabulary.tokens.length),
  });
}

/** The sentence that a figure takes apart, in any script; an empty field changes nothing. */
export function SentenceField(props: SentenceFieldProps) {
  const text = useText(ngramsMessages);
  const hint = useHint(props);
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? props.sentence;
  const type = (typed: string) => {
    const isEmpty = typed.trim() === '';
    setDraft(isEmpty ? typed : null);
    if (!isEmpty) props.onSentence(typed);
  };
  return (
    <TextField
      label={text('ngrams.sentence')}
      value={shown}
      rows={1}
      maxLength={600}
      hint={hint}
      error={shown.trim() === '' ? text('ngrams.empty') : null}
      onChange={type}
    />
  );
}

import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { wordTextsMessages } from '../../i18n/messages/word-texts.ts';
import { LONGEST_SENTENCE } from '../../models/word2vec/corpus.ts';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import texts from '../texts/texts.module.css';
import { NumberTable } from '../tools/NumberTable.tsx';
import styles from './word-texts.module.css';

/** Words of the table. */
const SHOWN = 50;

/** What was found in a text, and its most frequent words. */
export function WordFacts({ read }: { readonly read: ReadText }) {
  const text = useText(wordTextsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const plain = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumSignificantDigits: 3 });
  const { words, counts, tokens, types, kept, sentences, reduced } = read;
  const facts = [
    text('word-texts.facts-tokens', { tokens: plain.format(tokens), types: plain.format(types) }),
    text('word-texts.facts-kept', {
      words: words.length,
      shown: plain.format(words.length),
      share: percent.format(kept / tokens),
    }),
    text('word-texts.facts-sentences', { count: sentences, shown: plain.format(sentences) }),
  ];
  return (
    <>
      <p className={texts.numbers} role="status" data-testid="word-facts">
        {facts.join(' · ')}
      </p>
      {reduced && (
        <p className={texts.note} role="status">
          {text('word-texts.reduced', {
            asked: plain.format(reduced.asked),
            used: plain.format(reduced.used),
          })}
        </p>
      )}
      <p className={texts.note}>{text('word-texts.note', { most: LONGEST_SENTENCE })}</p>
      <details className={texts.facts}>
        <summary>{text('word-texts.frequent')}</summary>
        <div className={styles.table}>
          <NumberTable
            caption={text('word-texts.frequent')}
            heads={[text('word-texts.word'), text('word-texts.count'), text('word-texts.share')]}
            rows={words.slice(0, SHOWN).map((word, id) => ({
              id: word,
              cells: [
                <bdi key="word">{word}</bdi>,
                plain.format(counts[id] ?? 0),
                percent.format((counts[id] ?? 0) / tokens),
              ],
            }))}
          />
        </div>
      </details>
    </>
  );
}

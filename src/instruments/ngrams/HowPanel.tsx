import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { type ChainRow, type LevelTerm, levelTerms } from './chain.ts';
import { significant } from './format.ts';
import styles from './ngrams.module.css';
import { type CountedSettings, kOf } from './settings.ts';

interface HowPanelProps {
  readonly row: ChainRow;
  readonly settings: CountedSettings;
  readonly vocabulary: number;
}

const DIGITS = 4;

/** max(c − D, 0) / c(h ·), with the numbers in it. */
function share({ n, count, total, discount, own }: LevelTerm): string {
  if (n === 0) return `1 / ${total}`;
  if (total === 0) return '0';
  const cut = `max(${count} − ${significant(discount, 3)}, 0)`;
  return `${cut} / ${total} = ${significant(own, DIGITS)}`;
}

function Levels({ row, vocabulary }: Pick<HowPanelProps, 'row' | 'vocabulary'>) {
  const text = useText(ngramsMessages);
  const terms = levelTerms(row, vocabulary);
  const contextOf = ({ n, context }: LevelTerm) => {
    if (n === 0) return text('ngrams.level-even');
    return context.length === 0 ? text('ngrams.level-none') : context.map(visibleSymbol).join(' ');
  };
  return (
    <>
      <NumberTable
        caption={text('ngrams.how-kneser-ney', { p: significant(row.probability, DIGITS) })}
        heads={[
          text('ngrams.level-context'),
          text('ngrams.level-own'),
          text('ngrams.level-weight'),
          text('ngrams.level-part'),
        ]}
        rows={terms.map((term) => ({
          id: String(term.n),
          cells: [
            contextOf(term),
            share(term),
            significant(term.weight, DIGITS),
            significant(term.part, DIGITS),
          ],
        }))}
      />
      <p>{text('ngrams.level-note')}</p>
    </>
  );
}

function Arithmetic({ row, settings, vocabulary }: HowPanelProps) {
  const text = useText(ngramsMessages);
  const { count, total, probability } = row;
  const p = significant(probability, DIGITS);
  if (settings.smoothing === 'none') {
    return <p>{text(total === 0 ? 'ngrams.how-undefined' : 'ngrams.how-none', { count, total, p })}</p>;
  }
  const k = significant(kOf(settings), 2);
  return <p>{text('ngrams.how-add-k', { count, total, k, vocabulary, p })}</p>;
}

/** The arithmetic of one factor, with the real counts. */
export function HowPanel(props: HowPanelProps) {
  const text = useText(ngramsMessages);
  const { row, settings } = props;
  const context = row.history
    .slice(row.history.length - row.kept)
    .map(visibleSymbol)
    .join(' ');
  return (
    <section className={styles.how} data-testid="how">
      <p className={styles.title}>
        {text('ngrams.how', {
          token: visibleSymbol(row.known ? row.text : '⟨UNK⟩'),
          context: context || text('ngrams.nothing'),
        })}
      </p>
      {settings.smoothing === 'kneser-ney' ? <Levels {...props} /> : <Arithmetic {...props} />}
    </section>
  );
}

import { percentText } from '../../components/plots/percentText.ts';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import { categoryName } from './category-name.ts';
import type { Scored, ScoredCategory } from './scored.ts';
import styles from './scores.module.css';

interface BarProps {
  readonly right: number;
  readonly query: number;
  readonly count: number;
}

/** Right answers, answers that are a word of the question, and the rest, of all answerable questions. */
function Bar({ right, query, count }: BarProps) {
  const text = useText(analogyMessages);
  const width = (part: number) => ({ width: `${(100 * part) / count}%` });
  return (
    <span className={styles.cell}>
      <span className={styles.bar} title={text('analogy.bars', { count, right, query })} aria-hidden="true">
        <span data-part="right" style={width(right)} />
        {/* A right answer may be a word of the question as well: it is drawn once. */}
        <span data-part="query" style={width(Math.min(query, count - right))} />
      </span>
      <span className={styles.number}>{percentText(right / count)}</span>
    </span>
  );
}

function Row({ category, name }: { readonly category: ScoredCategory; readonly name: string }) {
  const { answerable, excluded, included, queryWords } = category;
  return (
    <>
      <th scope="row">{name}</th>
      <td>
        <Bar right={excluded} query={0} count={answerable} />
      </td>
      <td>
        <Bar right={included} query={queryWords} count={answerable} />
      </td>
      <td className={styles.number}>{percentText(queryWords / answerable)}</td>
    </>
  );
}

/** Categories as bars side by side: with the question's words left out, and with nothing left out. */
export function ScoreTable({ scored, isOld }: { readonly scored: Scored; readonly isOld: boolean }) {
  const text = useText(analogyMessages);
  return (
    <table className={styles.table} aria-busy={isOld} data-old={isOld || undefined}>
      <caption>{text('analogy.scores-caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('analogy.category')}</th>
          <th scope="col">{text('analogy.right-excluded')}</th>
          <th scope="col">{text('analogy.right-included')}</th>
          <th scope="col">{text('analogy.query-words')}</th>
        </tr>
      </thead>
      <tbody>
        {scored.categories.map((category, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two categories alike; they keep their order.
          <tr key={i}>
            <Row category={category} name={categoryName(category.name, text)} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr data-testid="all">
          <Row category={scored.all} name={text('analogy.all')} />
        </tr>
      </tfoot>
    </table>
  );
}

/** What the parts of a bar are. */
export function ScoreKey() {
  const text = useText(analogyMessages);
  return (
    <p className={styles.key}>
      {(['right', 'query', 'wrong'] as const).map((part) => (
        <span key={part}>
          <span data-part={part} aria-hidden="true" />
          {text(`analogy.key-${part}`)}
        </span>
      ))}
    </p>
  );
}

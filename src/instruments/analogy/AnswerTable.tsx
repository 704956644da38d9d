import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import type { Hit, VectorQuestion } from '../../store/vectors-state.ts';
import panels from '../vector-panels/vector-panels.module.css';
import type { Pointing } from '../word-map/NeighbourLists.tsx';
import styles from './analogy.module.css';

type Question = Extract<VectorQuestion, { readonly kind: 'analogy' }>;

export interface AnswerTableProps {
  readonly hits: readonly Hit[];
  /** What they answer. */
  readonly question: Question;
  readonly pointing: Pointing;
  /** Another question has been asked since. */
  readonly isOld: boolean;
}

/** Whether an answer is one of the question's own words, which a set may spell in small letters. */
export const isQueryWord = (word: string, { a, b, c }: Pick<Question, 'a' | 'b' | 'c'>): boolean =>
  [a, b, c].some((asked) => asked === word || asked.toLowerCase() === word);

function Answer(props: {
  readonly hit: Hit;
  readonly most: number;
  readonly isQuery: boolean;
  readonly isBest: boolean;
  readonly pointing: Pointing;
}) {
  const { hit, most, isQuery, isBest, pointing } = props;
  const text = useText(analogyMessages);
  const { word, score } = hit;
  return (
    <tr
      data-hit={word}
      data-query={isQuery || undefined}
      data-lit={word === pointing.lit || undefined}
      onPointerEnter={() => pointing.onLight(word)}
      onPointerLeave={() => pointing.onLight(null)}
    >
      <th scope="row">
        <button
          type="button"
          className={panels.word}
          data-strong={isBest || undefined}
          aria-pressed={word === pointing.selected}
          onClick={() => pointing.onSelect(word)}
          onFocus={() => pointing.onLight(word)}
          onBlur={() => pointing.onLight(null)}
        >
          <bdi>{word}</bdi>
        </button>
        {isQuery && <span className={panels.tag}>{text('analogy.query')}</span>}
      </th>
      <td>
        <span
          className={panels.track}
          data-tone={isQuery ? 'odd' : isBest ? 'first' : undefined}
          aria-hidden="true"
        >
          <span style={{ width: `${100 * Math.max(0, Math.min(1, score / most))}%` }} />
        </span>
        <span className={panels.score}>{formatFixed(score, 3)}</span>
      </td>
    </tr>
  );
}

/** The answers to a question, the best first. Bars are on 0 … 1, or up to the best where that is more. */
export function AnswerTable({ hits, question, pointing, isOld }: AnswerTableProps) {
  const text = useText(analogyMessages);
  const { a, b, c, method } = question;
  const most = Math.max(1, ...hits.map(({ score }) => score));
  return (
    <table className={`${panels.ranked} ${styles.answers}`} aria-busy={isOld} data-old={isOld || undefined}>
      <caption>{text('analogy.answers', { a, b, c })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('analogy.head-word')}</th>
          <th scope="col">{text(`analogy.head-${method}`)}</th>
        </tr>
      </thead>
      <tbody>
        {hits.map((hit, i) => (
          <Answer
            key={hit.word}
            hit={hit}
            most={most}
            isQuery={isQueryWord(hit.word, question)}
            isBest={i === 0}
            pointing={pointing}
          />
        ))}
      </tbody>
    </table>
  );
}

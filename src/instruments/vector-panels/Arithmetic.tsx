import { useId, useMemo } from 'react';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import type { VectorQuestion } from '../../store/vectors-state.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import {
  type Expression,
  type ExpressionFault,
  LARGEST_WEIGHT,
  MOST_TERMS,
  maybeDifference,
  type PlacedTerm,
  parseExpression,
  replaceWord,
  writeExpression,
} from './expression.ts';
import { Measures } from './Neighbours.tsx';
import type { PanelProps } from './panel.ts';
import { RankedWords } from './RankedWords.tsx';
import { Failed, MissingWords, Scanned } from './Said.tsx';
import styles from './vector-panels.module.css';

type Nearest = Extract<VectorQuestion, { readonly kind: 'nearest' }>;

/** The text with the place marked, and what was expected there. */
function Fault({ text: source, fault }: { readonly text: string; readonly fault: ExpressionFault }) {
  const text = useText(vectorPanelMessages);
  const { code, at, found } = fault;
  const shown = found === '' ? '\u00a0\u00a0' : found;
  const isEnd = code === 'word-wanted' && found === '';
  return (
    <div role="alert" className={styles.fault}>
      {source.trim() !== '' && (
        <p className={styles.place} aria-hidden="true">
          {source.slice(0, at)}
          <mark>{shown}</mark>
          {source.slice(at + found.length)}
        </p>
      )}
      <p>
        {text(isEnd ? 'vectorpanels.fault-word-wanted-end' : `vectorpanels.fault-${code}`, {
          place: at + 1,
          found,
          most: code === 'large' ? LARGEST_WEIGHT : MOST_TERMS,
        })}
      </p>
    </div>
  );
}

/** How the expression was read: each term with its weight. */
function Terms({
  terms,
  missing,
}: {
  readonly terms: readonly PlacedTerm[];
  readonly missing: readonly string[];
}) {
  const text = useText(vectorPanelMessages);
  return (
    <ul className={styles.terms} aria-label={text('vectorpanels.read-as')}>
      {terms.map(({ word, weight, start }) => (
        <li
          key={start}
          data-sign={weight < 0 ? 'minus' : 'plus'}
          data-missing={missing.includes(word) || undefined}
        >
          <span>{weight < 0 ? '−' : '+'}</span>
          {Math.abs(weight) !== 1 && <span>{formatFixed(Math.abs(weight), 2).replace(/\.?0+$/, '')} ×</span>}
          <bdi>{word}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Of a missing word with a hyphen: it may have been meant as a difference. */
function Difference({ word, onSplit }: { readonly word: string; readonly onSplit: (text: string) => void }) {
  const text = useText(vectorPanelMessages);
  const pair = maybeDifference(word);
  if (!pair) return null;
  const difference = writeExpression([
    { word: pair[0], weight: 1 },
    { word: pair[1], weight: -1 },
  ]);
  return (
    <p className={styles.choices}>
      {text('vectorpanels.hyphen', { word })}{' '}
      <button type="button" className={styles.chip} onClick={() => onSplit(difference)}>
        {difference}
      </button>
    </p>
  );
}

/** The question that an expression asks; null: it asks none. */
const questionOf = (expression: Expression, settings: PanelProps['settings']): Nearest | null =>
  expression.ok
    ? {
        kind: 'nearest',
        terms: expression.terms.map(({ word, weight }) => ({ word, weight })),
        metric: settings.metric,
        count: settings.count,
        centred: settings.centred,
        exclude: settings.exclude,
      }
    : null;

/** What the set says to the expression, as long as it can be read; else what it said last. */
function Answers({ props, expression }: { readonly props: PanelProps; readonly expression: Expression }) {
  const { set, settings, change, pointing } = props;
  const text = useText(vectorPanelMessages);
  const { answer, question, pending, failed } = useAnswer(set, questionOf(expression, settings));
  const terms = expression.ok ? expression.terms : [];
  const missing = expression.ok ? (answer?.missing ?? []) : [];
  const replace = (absent: string, word: string) => {
    const term = terms.find((each) => each.word === absent);
    if (term) change({ expression: replaceWord(settings.expression, term, word) });
  };
  const split = (absent: string) => (difference: string) => {
    const term = terms.find((each) => each.word === absent);
    const { expression: whole } = settings;
    if (term) change({ expression: whole.slice(0, term.start) + difference + whole.slice(term.end) });
  };
  return (
    <>
      <Terms terms={terms} missing={missing} />
      <MissingWords set={set} words={missing} onReplace={replace} />
      {missing.slice(0, 1).map((word) => (
        <Difference key={word} word={word} onSplit={split(word)} />
      ))}
      <Failed detail={failed} />
      {answer && question && missing.length === 0 && (
        <>
          <RankedWords
            caption={text('vectorpanels.answers', { expression: writeExpression(question.terms) })}
            hits={answer.hits}
            measure={question.metric}
            pointing={pointing}
            isOld={pending || !expression.ok}
          />
          <Scanned answer={answer} />
        </>
      )}
    </>
  );
}

/** Sums and differences of any words: the expression is read as it is typed. */
export function Arithmetic(props: PanelProps) {
  const { settings, change } = props;
  const text = useText(vectorPanelMessages);
  const id = useId();
  const source = settings.expression;
  const expression = useMemo(() => parseExpression(source), [source]);
  return (
    <section className={styles.panel} aria-label={text('vectorpanels.arithmetic')} data-panel="arithmetic">
      <div className={styles.field}>
        <label htmlFor={id}>{text('vectorpanels.expression')}</label>
        <input
          id={id}
          className={styles.input}
          dir="auto"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={600}
          value={source}
          aria-invalid={!expression.ok}
          aria-describedby={`${id}-hint`}
          onChange={(event) => change({ expression: event.target.value })}
        />
        <p id={`${id}-hint`} className={styles.note}>
          {text('vectorpanels.expression-hint')}
        </p>
      </div>
      {!expression.ok && <Fault text={source} fault={expression.fault} />}
      <Measures settings={settings} change={change} />
      <Toggle
        label={text('vectorpanels.exclude')}
        checked={settings.exclude}
        onChange={(exclude) => change({ exclude })}
      />
      <Answers props={props} expression={expression} />
    </section>
  );
}

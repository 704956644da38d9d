import type { ReactNode } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import type { NetPlace } from '../../components/diagrams/window-net/WindowNet.tsx';
import { BarList } from '../../components/plots/BarList.tsx';
import { percentText } from '../../components/plots/percentText.ts';
import { useText } from '../../components/text/useText.tsx';
import { nnlmMessages } from '../../i18n/messages/nnlm.ts';
import tools from '../tools/tools.module.css';
import { type Arithmetic, nearestRows, scoreArithmetic, unitArithmetic } from './arithmetic.ts';
import styles from './nnlm.module.css';
import type { NnlmShown } from './useNnlm.ts';

const NEAREST = 5;
/** Parts of a sum that have a bar of their own. */
const MOST_TERMS = 8;

interface DetailProps {
  readonly shown: NnlmShown;
  readonly place: NetPlace;
  /** Id of the word whose bar is opened. */
  readonly next: number;
}

function useWord(): (shown: NnlmShown, at: number) => string {
  const text = useText(nnlmMessages);
  return ({ read }, at) => read[at]?.text ?? text('nnlm.start');
}

/** The largest parts of a sum, the bias, and the others together. */
function Terms(props: { readonly sum: Arithmetic; readonly nameOf: (at: number) => string }) {
  const { sum, nameOf } = props;
  const text = useText(nnlmMessages);
  const terms = [...sum.terms].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const few = terms.length <= MOST_TERMS + 1;
  const rest = few ? [] : terms.slice(MOST_TERMS);
  const rows = terms
    .slice(0, few ? terms.length : MOST_TERMS)
    .map(({ at, value }) => ({ id: String(at), label: nameOf(at), value }));
  const others = {
    id: 'others',
    label: text('nnlm.others', { count: rest.length }),
    value: rest.reduce((total, { value }) => total + value, 0),
  };
  const bias = { id: 'bias', label: text('nnlm.bias'), value: sum.bias };
  return <BarList rows={[...rows, ...(rest.length > 0 ? [others] : []), bias]} />;
}

function WordDetail({ shown, place }: DetailProps) {
  const text = useText(nnlmMessages);
  const { reading, read, words } = shown;
  const one = read[place.at];
  const { dimensions: d } = reading.shape;
  if (!one) return null;
  const isStart = one.id >= words.length;
  const values = reading.trace.inputs.subarray(place.at * d, place.at * d + d);
  return (
    <>
      <p className={styles.heading}>{isStart ? text('nnlm.row-start') : <bdi>{one.text}</bdi>}</p>
      {!isStart && <p className={tools.note}>{text('nnlm.row', { row: one.id })}</p>}
      <p className={styles.numbers}>[{Array.from(values, (value) => formatFixed(value)).join(', ')}]</p>
      <p className={tools.note}>{text('nnlm.row-note', { dimensions: d })}</p>
      {!isStart && (
        <>
          <p className={styles.subheading}>{text('nnlm.nearest')}</p>
          <BarList
            largest={1}
            rows={nearestRows(reading, one.id, NEAREST).map(({ id, cosine }) => ({
              id: String(id),
              label: <bdi>{words[id]}</bdi>,
              value: cosine,
            }))}
          />
        </>
      )}
    </>
  );
}

function UnitDetail({ shown, place }: DetailProps) {
  const text = useText(nnlmMessages);
  const wordOf = useWord();
  const sum = unitArithmetic(shown.reading, place.at);
  return (
    <>
      <p className={styles.heading}>{text('nnlm.unit-title', { unit: place.at + 1 })}</p>
      <p className={tools.note}>{text('nnlm.unit-sum')}</p>
      <Terms sum={sum} nameOf={(at) => `${at + 1} ${wordOf(shown, at)}`} />
      <p className={styles.result}>
        {text('nnlm.unit-result', {
          sum: formatFixed(sum.total),
          value: formatFixed(shown.reading.trace.hidden[place.at] ?? Number.NaN, 3),
        })}
      </p>
    </>
  );
}

function ScoreDetail({ shown, next }: DetailProps) {
  const text = useText(nnlmMessages);
  const wordOf = useWord();
  const { reading, words } = shown;
  const sum = scoreArithmetic(reading, next);
  const ln = reading.trace.logProbabilities[next] ?? Number.NaN;
  const byUnit = reading.shape.hidden > 0;
  return (
    <>
      <p className={styles.heading}>{text('nnlm.score-title', { word: words[next] ?? '' })}</p>
      <p className={tools.note}>{text(byUnit ? 'nnlm.score-units' : 'nnlm.score-words')}</p>
      <Terms
        sum={sum}
        nameOf={(at) =>
          byUnit ? text('nnlm.unit-title', { unit: at + 1 }) : `${at + 1} ${wordOf(shown, at)}`
        }
      />
      <p className={styles.result} data-testid="nnlm-score">
        e<sup>{formatFixed(sum.total)}</sup> / {formatFixed(Math.exp(sum.total - ln), 1)} ={' '}
        {percentText(Math.exp(ln))}
      </p>
    </>
  );
}

/** What stands behind the place that is opened: a row and its neighbours, or a sum in its parts. */
export function Detail(props: DetailProps): ReactNode {
  switch (props.place.row) {
    case 'word':
      return <WordDetail {...props} />;
    case 'unit':
      return <UnitDetail {...props} />;
    case 'next':
      return <ScoreDetail {...props} />;
  }
}

import type { ReactNode } from 'react';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import type { CsvValue } from '../../../components/interaction/csv.ts';
import { ScrollBox } from '../../../components/prose/ScrollBox.tsx';
import { useLocale, useText } from '../../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../../i18n/locale.ts';
import { word2vecMessages } from '../../../i18n/messages/word2vec.ts';
import tools from '../../../instruments/tools/tools.module.css';
import { word2vecLessonMessages } from '../messages.ts';
import styles from './figures.module.css';
import type { Scores } from './pairScore.ts';
import type { Contestant } from './useContestant.ts';

const SCORES = ['all', 'frequent', 'rare'] as const satisfies readonly (keyof Scores)[];

/** Words a second over the whole of the learning; NaN before any. */
const speedOf = ({ measured }: Contestant): number => measured.words / measured.seconds;

/** What the table shows, every digit. */
export function versusRows(runs: readonly Contestant[]): readonly (readonly CsvValue[])[] {
  return [
    ['way', 'wordsPerSecond', 'seconds', 'loss', ...SCORES.map((which) => `score-${which}`)],
    ...runs.map((each) => [
      each.way,
      speedOf(each),
      each.measured.seconds,
      each.state?.frame?.stats.loss ?? null,
      ...SCORES.map((which) => each.scores?.[which].score ?? null),
    ]),
  ];
}

interface RowProps {
  readonly head: ReactNode;
  readonly id: string;
  readonly runs: readonly Contestant[];
  readonly cell: (run: Contestant) => ReactNode;
  /** Larger is better: the larger one is marked. */
  readonly value?: (run: Contestant) => number;
}

function Row({ head, id, runs, cell, value }: RowProps) {
  const values = value ? runs.map(value) : [];
  const best = values.every(Number.isFinite) && new Set(values).size > 1 ? Math.max(...values) : null;
  return (
    <tr data-row={id}>
      <th scope="row">{head}</th>
      {runs.map((run, i) => (
        <td key={run.way} data-better={(best !== null && values[i] === best) || undefined}>
          {cell(run)}
        </td>
      ))}
    </tr>
  );
}

function Neighbours({ run, word }: { readonly run: Contestant; readonly word: string }) {
  const text = useText(word2vecLessonMessages);
  const { info, frame } = run.state ?? {};
  const list = frame?.view.neighbours.find((each) => each.word === word);
  if (!info || !list) return <>–</>;
  if (!list.nearest) return <>{text('w2v.near-absent', { word })}</>;
  return (
    <span className={styles.words}>
      {list.nearest.map(({ id, cosine }) => `${info.words[id] ?? ''} ${formatFixed(cosine, 2)}`).join(', ')}
    </span>
  );
}

export interface VersusTableProps {
  readonly runs: readonly Contestant[];
  /** A frequent word and a rare one. */
  readonly words: readonly string[];
}

/** Both ways of learning beside each other. */
export function VersusTable({ runs, words }: VersusTableProps) {
  const text = useText(word2vecLessonMessages);
  const common = useText(word2vecMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()], { maximumSignificantDigits: 3 });
  const info = runs[0]?.state?.info;
  const number = (value: number | undefined, digits: number) =>
    value === undefined || !Number.isFinite(value) ? '–' : formatFixed(value, digits);
  const countOf = (word: string) => info?.counts[info.words.indexOf(word)] ?? 0;
  const [frequent = '', rare = ''] = words;
  return (
    <ScrollBox label={text('w2v.measured')} className={tools.scroller ?? ''}>
      <table className={styles.measured} data-testid="versus">
        <caption>{text('w2v.measured')}</caption>
        <thead>
          <tr>
            <td />
            {runs.map(({ way }) => (
              <th key={way} scope="col">
                {common(`w2v.${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            id="speed"
            head={text('w2v.speed')}
            runs={runs}
            value={speedOf}
            cell={(run) => (
              <strong>{Number.isFinite(speedOf(run)) ? plain.format(speedOf(run)) : '–'}</strong>
            )}
          />
          <Row
            id="seconds"
            head={text('w2v.seconds')}
            runs={runs}
            cell={({ measured }) => <strong>{number(measured.seconds, 1)}</strong>}
          />
          <Row
            id="loss"
            head={text('w2v.loss')}
            runs={runs}
            cell={({ way, state }) => (
              <>
                <strong>{number(state?.frame?.stats.loss, 3)}</strong>{' '}
                <small>{text(`w2v.loss-${way}`)}</small>
              </>
            )}
          />
          {SCORES.map((which) => (
            <Row
              key={which}
              id={which}
              head={text(`w2v.score-${which}`)}
              runs={runs}
              value={({ scores }) => scores?.[which].score ?? Number.NaN}
              cell={({ scores }) => (
                <>
                  <strong>{number(scores?.[which].score, 3)}</strong>{' '}
                  <small>{scores ? text('w2v.of-pairs', { count: scores[which].pairs }) : ''}</small>
                </>
              )}
            />
          ))}
          <Row
            id="near-frequent"
            head={text('w2v.near-frequent', { word: frequent, count: countOf(frequent) })}
            runs={runs}
            cell={(run) => <Neighbours run={run} word={frequent} />}
          />
          <Row
            id="near-rare"
            head={text('w2v.near-rare', { word: rare, count: countOf(rare) })}
            runs={runs}
            cell={(run) => <Neighbours run={run} word={rare} />}
          />
        </tbody>
      </table>
    </ScrollBox>
  );
}

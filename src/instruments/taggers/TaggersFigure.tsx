import { type ReactNode, useMemo, useRef, useSyncExternalStore } from 'react';
import { formatExact, formatFixed } from '../../components/diagrams/formatNumber.ts';
import { TagChart } from '../../components/diagrams/tags/TagChart.tsx';
import type { TagFooter, TagGroup, TagPlace } from '../../components/diagrams/tags/tagTypes.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { taggerMessages } from '../../i18n/messages/taggers.ts';
import type { Run } from '../../store/run-state.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { PAIR_TABLE, type PairSettings, SENTENCES } from './figure-settings.ts';
import { forwardFloor } from './floor.ts';
import { LOOKS } from './looks.ts';
import { namesOf } from './names-of.ts';
import { OpenedWord } from './OpenedWord.tsx';
import { PairFields } from './PairFields.tsx';
import { ScoreTable, useHeldOut } from './ScoreTable.tsx';
import { TrainingBar } from './TrainingBar.tsx';
import { cellsOf, differenceCells } from './tag-rows.ts';
import styles from './taggers.module.css';
import { ambiguousStep, commonBeginning, SCORED, TRAINED_ON } from './task.ts';
import { useReading } from './useReading.ts';
import { type TaggersView, useTaggers } from './useTaggers.ts';

const WHO = ['forward', 'concat'] as const;
const FLOOR = forwardFloor(TRAINED_ON);

/** P(name) of both sentences under both taggers, and how much the sentences have in common. */
export interface PairAnswers {
  readonly words: readonly [readonly string[], readonly string[]];
  /** By tagger, then sentence; a sentence that cannot be read has none. */
  readonly names: Readonly<Record<'forward' | 'concat', readonly [Float64Array, Float64Array]>>;
  /** Words of the common beginning. */
  readonly common: number;
}

const NONE = new Float64Array(0);

type View = TaggersView<PairSettings>;

function useReadings({ taggers, sentences }: View) {
  const [one, other] = sentences;
  return {
    forward: [useReading(taggers?.forward, one.ids), useReading(taggers?.forward, other.ids)],
    concat: [useReading(taggers?.concat, one.ids), useReading(taggers?.concat, other.ids)],
  } as const;
}

function answersOf({ sentences }: View, readings: ReturnType<typeof useReadings>): PairAnswers {
  const names = (who: 'forward' | 'concat') => {
    const [one, other] = readings[who];
    return [one ? namesOf(one) : NONE, other ? namesOf(other) : NONE] as const;
  };
  const [one, other] = sentences.map(({ words, ids }) => (ids ? words : []));
  return {
    words: [one ?? [], other ?? []],
    names: { forward: names('forward'), concat: names('concat') },
    common: commonBeginning(one ?? [], other ?? []),
  };
}

function Chart({ view, answers }: { readonly view: View; readonly answers: PairAnswers }) {
  const text = useText(taggerMessages);
  const { settings, change } = view.figure;
  const groups = SENTENCES.map((sentence, s): TagGroup => {
    const words = answers.words[s] ?? [];
    const rows = WHO.map((who) => {
      const tagger = text(`tag.${who}`);
      const say = (step: number, value: string) =>
        text('tag.cell', { tagger, sentence: s + 1, step: step + 1, word: words[step] ?? '', value });
      return {
        id: who,
        label: text('tag.row', { tagger }),
        role: LOOKS[who],
        cells: cellsOf(answers.names[who][s] ?? NONE, say),
      };
    });
    return { id: sentence, words: words.map((word) => ({ text: word })), rows };
  });
  const footer = WHO.map((who): TagFooter => {
    const [one, other] = answers.names[who];
    const label = text('tag.difference', { tagger: text(`tag.${who}`) });
    return { id: who, label, role: LOOKS[who], cells: differenceCells(one, other, answers.common) };
  });
  const select = ({ group, row, step }: TagPlace) =>
    change({ sentence: SENTENCES[group] ?? 'first', tagger: WHO[row] ?? 'concat', at: step + 1 });
  const group = settings.sentence === 'first' ? 0 : 1;
  const last = Math.max(0, (answers.words[group]?.length ?? 1) - 1);
  return (
    <TagChart
      groups={groups}
      footer={footer}
      band={answers.common > 0 ? { columns: answers.common, label: text('tag.band') } : undefined}
      selected={{ group, row: WHO.indexOf(settings.tagger), step: Math.min(settings.at - 1, last) }}
      onSelect={select}
      name={text('tag.chart')}
    />
  );
}

/** The identity in words, with every digit of both numbers. */
function Verdict({ answers }: { readonly answers: PairAnswers }) {
  const text = useText(taggerMessages);
  const { common, words, names } = answers;
  if (common === 0) {
    return (
      <p className={tools.note} role="status" data-testid="identity">
        {text('tag.no-common')}
      </p>
    );
  }
  const found = ambiguousStep(words[0].slice(0, common));
  const at = found < 0 ? common - 1 : found;
  const exact = (each: Float64Array) => formatExact(each[at] ?? Number.NaN);
  const [first, second] = [exact(names.forward[0]), exact(names.forward[1])];
  return (
    <p className={styles.verdict} role="status" data-testid="identity">
      {text('tag.same', { word: words[0][at] ?? '', first, second, count: at + 1 })}
    </p>
  );
}

const NOTHING = { length: 0, steps: NONE, loss: NONE };

function useLoss(run: Run | undefined) {
  const curve = useSyncExternalStore(
    (onChange) => run?.store.subscribe(onChange) ?? (() => {}),
    () => run?.store.getState().curve ?? NOTHING,
  );
  return { x: curve.steps, y: curve.loss, length: curve.length };
}

/** How both learn, and the loss that nobody who reads forward only gets below. */
function Curves({ runs }: { readonly runs: readonly Run[] | null }) {
  const text = useText(taggerMessages);
  const curves = { forward: useLoss(runs?.[0]), concat: useLoss(runs?.[1]) };
  const series = WHO.map((who): LineSeries => {
    const dash = who === 'forward' ? { dash: '6 3' } : {};
    return { id: who, label: text(`tag.short-${who}`), role: LOOKS[who], curve: curves[who], ...dash };
  });
  return (
    <MultiLineChart
      series={series}
      name={text('tag.curve')}
      xLabel={text('tag.step-axis')}
      yDomain={[0, 0.8]}
      formatY={(value) => formatFixed(value, 1)}
      reference={{ value: FLOOR.loss, label: text('tag.floor') }}
      height={200}
    />
  );
}

function Scores({ view }: { readonly view: View }) {
  const text = useText(taggerMessages);
  const scores = { forward: useHeldOut(view.taggers?.forward), concat: useHeldOut(view.taggers?.concat) };
  return (
    <ScoreTable
      caption={text('tag.scores', { count: SCORED })}
      rows={WHO.map((who) => ({ id: who, label: text(`tag.${who}`), score: scores[who] }))}
    />
  );
}

const HEADS = ['sentence', 'step', 'word', 'forward', 'concat'] as const;

/** One row a word. */
const rowsOf = ({ words, names }: PairAnswers) =>
  words.flatMap((sentence, s) =>
    sentence.map((word, t) => [
      s + 1,
      t + 1,
      word,
      names.forward[s]?.[t] ?? Number.NaN,
      names.concat[s]?.[t] ?? Number.NaN,
    ]),
  );

function Numbers({ answers }: { readonly answers: PairAnswers }) {
  const text = useText(taggerMessages);
  const heads = HEADS.map((head) =>
    head === 'forward' || head === 'concat' ? text(`tag.${head}`) : text(`tag.head-${head}`),
  );
  const rows = rowsOf(answers).map((cells) => ({
    id: `${cells[0]}-${cells[1]}`,
    cells: cells.map((cell, column) =>
      column > 2 && typeof cell === 'number' ? formatFixed(cell, 6) : cell,
    ),
  }));
  return <NumberTable caption={text('tag.table')} heads={heads} rows={rows} />;
}

function Opened({
  view,
  readings,
}: {
  readonly view: View;
  readonly readings: ReturnType<typeof useReadings>;
}) {
  const { settings, change } = view.figure;
  const s = settings.sentence === 'first' ? 0 : 1;
  const reading = readings[settings.tagger][s];
  const tagger = view.taggers?.[settings.tagger];
  if (!reading || !tagger) return null;
  return (
    <OpenedWord
      settings={settings}
      words={view.sentences[s].words}
      tagger={tagger}
      reading={reading}
      onChange={change}
    />
  );
}

/** A tagger that reads forward and one that reads both ways, trained side by side, on a pair of sentences that begin alike. */
export function TaggersFigure(props: {
  readonly id: string;
  readonly caption?: ReactNode;
  /** A lesson's own part; it may watch the answers. */
  readonly children?: (answers: PairAnswers) => ReactNode;
}) {
  const text = useText(taggerMessages);
  const frame = useRef<HTMLDivElement>(null);
  const view = useTaggers(frame, useFigure(PAIR_TABLE, props.id));
  const readings = useReadings(view);
  const { forward, concat } = readings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the readings hold sentences and networks.
  const answers = useMemo(() => answersOf(view, readings), [...forward, ...concat, view.sentences]);
  return (
    <ToolFigure
      id={props.id}
      title={text('tag.title')}
      caption={props.caption}
      table={PAIR_TABLE}
      figure={view.figure}
      csv={() => [[...HEADS], ...rowsOf(answers)]}
      numbers={<Numbers answers={answers} />}
    >
      <div ref={frame} className={styles.frame}>
        <TrainingBar view={view} />
        <div className={`${styles.frame} ${styles.fields}`}>
          <PairFields view={view} />
        </div>
        <Chart view={view} answers={answers} />
        {view.taggers ? <Verdict answers={answers} /> : null}
        <div className={styles.halves}>
          <Curves runs={view.runs} />
          <Scores view={view} />
        </div>
        <Opened view={view} readings={readings} />
        {props.children?.(answers)}
      </div>
    </ToolFigure>
  );
}

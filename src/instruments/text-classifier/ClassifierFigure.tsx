import { type ReactNode, useMemo, useRef } from 'react';
import type { CsvValue } from '../../components/interaction/csv.ts';
import { useText } from '../../components/text/useText.tsx';
import { textClassifierMessages } from '../../i18n/messages/text-classifier.ts';
import type { EmbeddingRunState } from '../../store/embedding-state.ts';
import type { EmbeddingInfo, Labelling } from '../../workers/embeddings/protocol.ts';
import { RunNews } from '../embeddings/RunNews.tsx';
import { TrainBar } from '../embeddings/TrainBar.tsx';
import { useEmbeddingRun } from '../embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../embeddings/useEmbeddingState.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { LabelBars, Sentences } from './Answers.tsx';
import { Confusion } from './Confusion.tsx';
import { DataBar } from './DataBar.tsx';
import { classifierConfig } from './data-sets.ts';
import { LabelTree } from './LabelTree.tsx';
import { Progress } from './Progress.tsx';
import { Reasons } from './Reasons.tsx';
import { CLASSIFIER_TABLE, type ClassifierSettings } from './settings.ts';
import styles from './text-classifier.module.css';
import { type LabelledSource, useLabelledText } from './useLabelledText.ts';

/** What a lesson may look at for its checkpoints. */
export interface ClassifierView {
  readonly settings: ClassifierSettings;
  readonly state: EmbeddingRunState | null;
  /** Of the two texts as they are typed now; null until the worker has answered for both. */
  readonly answers: readonly [Labelling, Labelling] | null;
}

export interface ClassifierFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (view: ClassifierView) => ReactNode;
}

/** The config of the settings, as long as nothing that it depends on changes. */
function useConfig(settings: ClassifierSettings, { text }: LabelledSource) {
  const { data, level, loss, wordNgrams, dimensions, seed } = settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the settings, these decide what is learnt.
  return useMemo(
    () => (text === null ? null : classifierConfig(settings, text)),
    [text, data, level, loss, wordNgrams, dimensions, seed],
  );
}

/** A run that learns by itself, and learns anew whenever something else is to be learnt. */
function useClassifier(frame: React.RefObject<HTMLElement | null>, settings: ClassifierSettings) {
  const source = useLabelledText(settings);
  const config = useConfig(settings, source);
  const { one, other } = settings;
  const watch = useMemo(() => ({ texts: [one, other] }), [one, other]);
  const run = useEmbeddingRun(frame, config, { autoplay: true, watch });
  const state = useEmbeddingState(run);
  return { source, run, state };
}

/** The worker's answers, where they are of the texts that are asked about now and of the labels that are known now. */
export function answersOf(
  state: EmbeddingRunState | null,
  { one, other }: Pick<ClassifierSettings, 'one' | 'other'>,
): ClassifierView['answers'] {
  const [first, second] = state?.frame?.view.texts ?? [];
  const labels = state?.info?.labels.length;
  if (!first || !second || first.text !== one || second.text !== other) return null;
  return first.probabilities.length === labels ? [first, second] : null;
}

type Answers = NonNullable<ClassifierView['answers']>;

function rowsOf(info: EmbeddingInfo, answers: Answers): readonly (readonly CsvValue[])[] {
  return info.labels.map((label, i) => [
    label,
    info.labelCounts[i] ?? 0,
    ...answers.map(({ probabilities }) => probabilities[i] ?? Number.NaN),
  ]);
}

interface BodyProps {
  readonly settings: ClassifierSettings;
  readonly change: (part: Partial<ClassifierSettings>) => void;
  readonly info: EmbeddingInfo;
  readonly answers: Answers;
}

function Body({ settings, change, info, answers }: BodyProps) {
  const answer = answers[settings.why === 'one' ? 0 : 1];
  return (
    <>
      <div className={styles.answers}>
        <LabelBars info={info} answers={answers} loss={settings.loss} />
        <Reasons settings={settings} change={change} info={info} answer={answer} />
      </div>
      {settings.loss === 'hierarchical' && answer.best.length > 0 && (
        <LabelTree info={info} answer={answer} />
      )}
    </>
  );
}

/** fastText's classifier at work: lines with labels, what it learns, and what it says of the reader's own sentences and why. */
export function ClassifierFigure({ id, caption, children }: ClassifierFigureProps) {
  const text = useText(textClassifierMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(CLASSIFIER_TABLE, id);
  const { settings, change } = figure;
  const { source, run, state } = useClassifier(frame, settings);
  const info = state?.info ?? null;
  const answers = answersOf(state, settings);
  const confusion = state?.frame?.heldOut?.confusion ?? null;
  const rows = info && answers ? rowsOf(info, answers) : [];
  const heads = ['label', 'lines', 'one', 'other'] as const;
  return (
    <ToolFigure
      id={id}
      title={text('classifier.title')}
      caption={caption}
      table={CLASSIFIER_TABLE}
      figure={figure}
      csv={() => [[...heads], ...rows]}
      numbers={
        <NumberTable
          caption={text('classifier.table')}
          heads={heads.map((head) => text(`classifier.${head}`))}
          rows={rows.map((row, i) => ({ id: String(i), cells: row.map(String) }))}
        />
      }
    >
      <div ref={frame} className={styles.stack}>
        <DataBar settings={settings} change={change} source={source} />
        <TrainBar
          run={run}
          state={state}
          name={text('classifier.training')}
          seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
        />
        <RunNews run={run} state={state} />
        {source.missing && <p role="alert">{text('classifier.missing', { detail: source.missing })}</p>}
        {state && <Progress state={state} />}
        <Sentences settings={settings} change={change} />
        {info && answers && <Body settings={settings} change={change} info={info} answers={answers} />}
        {!answers && !state?.failure && (
          <p className={tools.waiting} role="status">
            {text('classifier.waiting')}
          </p>
        )}
        {info && confusion && confusion.length === info.labels.length ** 2 && (
          <Confusion info={info} counts={confusion} />
        )}
      </div>
      {children?.({ settings, state, answers })}
    </ToolFigure>
  );
}

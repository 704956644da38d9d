import { type ReactNode, useRef } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Figure } from '../../components/prose/Figure.tsx';
import { useText } from '../../components/text/useText.tsx';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import type { FigureState } from '../../store/figure.ts';
import type { Run, RunState } from '../../store/run-state.ts';
import type { Table } from '../../url/fragment.ts';
import type { NextSymbolTask } from '../../workers/protocol.ts';
import { LinkButton, LinkNotices } from '../link/LinkButton.tsx';
import { useFigure } from '../link/useFigure.ts';
import { SamplingPanel } from '../sampling/SamplingPanel.tsx';
import { ScorePanel } from '../sampling/ScorePanel.tsx';
import tools from '../tools/tools.module.css';
import styles from './ngrams.module.css';
import { MOST_ORDER } from './reference.ts';
import { useNetwork } from './useNetwork.ts';
import { NO_WRITER, useCountedWriter, useNetworkWriter, type Writer } from './useWriter.ts';
import {
  JUDGING_TABLE,
  type JudgingSettings,
  WRITING_TABLE,
  type WriterSettings,
  type WritingSettings,
} from './writer-settings.ts';

interface BarProps {
  readonly settings: WriterSettings;
  readonly change: (part: Partial<WriterSettings>) => void;
}

const ORDERS = Array.from({ length: MOST_ORDER }, (_, i) => String(i + 1));

/** The network, or counts, and how long these look back. */
function WriterBar({ settings, change }: BarProps) {
  const text = useText(ngramsMessages);
  return (
    <div className={tools.bar}>
      <SegmentedControl
        label={text('ngrams.sampler')}
        value={settings.writer}
        options={(['network', 'ngram'] as const).map((value) => ({
          value,
          label: text(`ngrams.sampler-${value}`),
        }))}
        onChange={(writer) => change({ writer })}
      />
      {settings.writer === 'ngram' && (
        <span className={styles.labelled}>
          <span>{text('ngrams.order')}</span>
          <SegmentedControl
            label={text('ngrams.order')}
            value={String(settings.order)}
            options={ORDERS.map((value) => ({ value, label: value }))}
            onChange={(order) => change({ order: Number(order) })}
          />
        </span>
      )}
    </div>
  );
}

type Render = (writer: Writer) => ReactNode;

function FromNetwork(props: { readonly run: Run; readonly state: RunState; readonly children: Render }) {
  return props.children(useNetworkWriter(props.run, props.state));
}

function FromCounts(props: {
  readonly task: NextSymbolTask;
  readonly order: number;
  readonly children: Render;
}) {
  return props.children(useCountedWriter(props.task, props.order));
}

interface FrameProps<T extends WriterSettings & object> {
  readonly id: string;
  readonly title: string;
  readonly caption?: ReactNode;
  readonly table: Table<T>;
  readonly figure: FigureState<T>;
  readonly children: Render;
}

/** The frame of a figure that asks the page's network, or the n-gram models of its text. */
function WriterFrame<T extends WriterSettings & object>(props: FrameProps<T>) {
  const { id, title, caption, table, figure, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { run, state } = useNetwork(frame);
  const { settings, change } = figure;
  const task = state?.config.task.kind === 'next-symbol' ? state.config.task : null;
  const tool = <LinkButton table={table} figure={id} settings={settings} />;
  return (
    <Figure id={id} title={title} caption={caption} header={tool}>
      <div ref={frame} className={styles.stack}>
        <LinkNotices notices={figure.notices} onDismiss={figure.dismissNotices} />
        <WriterBar settings={settings} change={(part) => change(part as Partial<T>)} />
        {settings.writer === 'network' && run && state ? (
          <FromNetwork run={run} state={state}>
            {children}
          </FromNetwork>
        ) : settings.writer === 'ngram' && task ? (
          <FromCounts task={task} order={settings.order}>
            {children}
          </FromCounts>
        ) : (
          children(NO_WRITER)
        )}
      </div>
    </Figure>
  );
}

export interface WriterFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
}

/** Text drawn token by token from the network that learns on this page, or from an n-gram model of the same text. */
export function WritingFigure({ id, caption }: WriterFigureProps) {
  const text = useText(ngramsMessages);
  const figure = useFigure<WritingSettings>(WRITING_TABLE, id);
  const { settings, change } = figure;
  return (
    <WriterFrame
      id={id}
      title={text('ngrams.sampling-title')}
      caption={caption}
      table={WRITING_TABLE}
      figure={figure}
    >
      {(writer) => <SamplingPanel id={`${id}-panel`} {...writer} settings={settings} change={change} />}
    </WriterFrame>
  );
}

/** The probability of a typed sentence, step by step, under the same models. */
export function JudgingFigure({ id, caption }: WriterFigureProps) {
  const text = useText(ngramsMessages);
  const figure = useFigure<JudgingSettings>(JUDGING_TABLE, id);
  const { settings, change } = figure;
  return (
    <WriterFrame
      id={id}
      title={text('ngrams.score-title')}
      caption={caption}
      table={JUDGING_TABLE}
      figure={figure}
    >
      {(writer) => <ScorePanel id={`${id}-panel`} {...writer} settings={settings} change={change} />}
    </WriterFrame>
  );
}

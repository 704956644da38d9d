import { type ReactNode, useMemo, useRef } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import styles from './agreement.module.css';
import { FlowChart } from './FlowChart.tsx';
import { FlowNumbers, flowRows } from './FlowNumbers.tsx';
import { FlowState } from './FlowState.tsx';
import { flowNets, useFlows } from './flows.ts';
import { LAST_STEP } from './nets.ts';
import { QueueButtons, SeedField, StartChoice } from './QueueControls.tsx';
import { exampleOf } from './sentences.ts';
import { DISTANCE, FLOW_TABLE, type FlowSettings, jobOf, VIEWS } from './settings.ts';
import { type QueueView, useQueue } from './useQueue.ts';

/** Slow enough to be watched: the whole training takes about ten seconds. */
const PACE = 30;

function Controls(props: {
  readonly settings: FlowSettings;
  readonly change: FigureState<FlowSettings>['change'];
  readonly queue: QueueView;
}) {
  const text = useText(agreementMessages);
  const { settings, change, queue } = props;
  return (
    <div className={tools.bar}>
      <QueueButtons queue={queue} />
      <Slider
        label={text('agree.distance')}
        value={settings.distance}
        min={DISTANCE.low}
        max={DISTANCE.high}
        step={5}
        onChange={(distance) => change({ distance })}
      />
      <StartChoice start={settings.start} onChange={(start) => change({ start })} />
      <SegmentedControl
        label={text('flow.view')}
        value={settings.view}
        options={VIEWS.map((value) => ({ value, label: text(`flow.view-${value}`) }))}
        onChange={(view) => change({ view })}
      />
      <SeedField seed={settings.seed} onChange={(seed) => change({ seed })} />
    </div>
  );
}

function Example({ distance, seed }: FlowSettings) {
  const text = useText(agreementMessages);
  const { words, answer } = useMemo(() => exampleOf(distance, seed), [distance, seed]);
  return (
    <p className={styles.example}>
      {text('flow.sentence')}{' '}
      <span lang="en">
        {words[0]} <strong>{words[1]}</strong> {words.slice(2).join(' ')} ___
      </span>{' '}
      {text('flow.answer', { answer })}
    </p>
  );
}

/** The gradient of one error at every step back, in an RNN, a GRU and an LSTM that learn from the same sentences. */
export function FlowFigure(props: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(agreementMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(FLOW_TABLE, props.id);
  const { settings, change } = figure;
  const { distance, start, seed } = settings;
  const jobs = useMemo(() => flowNets({ distance, start, seed }).map(jobOf), [distance, start, seed]);
  const queue = useQueue(frame, jobs, { atOnce: 3, until: LAST_STEP, stepsPerSecond: PACE });
  const flows = useFlows(settings, queue.states);
  return (
    <ToolFigure
      id={props.id}
      title={text('flow.title')}
      caption={props.caption}
      table={FLOW_TABLE}
      figure={figure}
      csv={() => flowRows(flows)}
      numbers={<FlowNumbers flows={flows} />}
    >
      <div ref={frame} className={styles.figure}>
        <Controls settings={settings} change={change} queue={queue} />
        <Example {...settings} />
        <FlowChart flows={flows} view={settings.view} />
        <FlowState flows={flows} distance={distance} />
      </div>
    </ToolFigure>
  );
}

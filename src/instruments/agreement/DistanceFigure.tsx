import { type ReactNode, useMemo, useRef } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import styles from './agreement.module.css';
import { DistanceChart } from './DistanceChart.tsx';
import { DistanceControls } from './DistanceControls.tsx';
import { DistanceTable } from './DistanceTable.tsx';
import { LearningChart } from './LearningChart.tsx';
import { TESTS } from './measure.ts';
import { BATCH, LAST_STEP, UNITS } from './nets.ts';
import { netsOf, type Result, useResults } from './results.ts';
import { SentenceTable } from './SentenceTable.tsx';
import { DISTANCE_TABLE, jobOf, shownDistance } from './settings.ts';
import { useQueue } from './useQueue.ts';

/** Workers at a time: the page stays smooth on two cores. */
const AT_ONCE = 2;

function Numbers({ results }: { readonly results: readonly Result[] }) {
  const text = useText(agreementMessages);
  const heads = [text('agree.words'), text('flow.cell'), text('flow.step'), '=', '≠'];
  const rows = results.map(({ net, state, accuracy }) => ({
    id: `${net.cell} ${net.distance}`,
    cells: [
      net.distance,
      text(`agree.${net.cell}`),
      state?.step ?? 0,
      accuracy?.same ?? '–',
      accuracy?.other ?? '–',
    ],
  }));
  return <NumberTable caption={text('agree.results')} heads={heads} rows={rows} />;
}

const csvOf = (results: readonly Result[]) => [
  ['distance', 'cell', 'start', 'seed', 'step', 'same', 'other'],
  ...results.map(({ net, state, accuracy }) => [
    net.distance,
    net.cell,
    net.start,
    net.seed,
    state?.step ?? 0,
    accuracy?.same ?? null,
    accuracy?.other ?? null,
  ]),
];

/** Was or were: nets of three cells learn it at several distances, and are tested on fresh sentences. */
export function DistanceFigure(props: {
  readonly id: string;
  readonly caption?: ReactNode;
  /** A lesson's own part; it may watch what comes out. */
  readonly children?: (results: readonly Result[]) => ReactNode;
}) {
  const text = useText(agreementMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(DISTANCE_TABLE, props.id);
  const { settings, change } = figure;
  const { chosen, start, seed } = settings;
  const nets = useMemo(() => netsOf({ chosen, start, seed }), [chosen, start, seed]);
  const jobs = useMemo(() => nets.map(jobOf), [nets]);
  const queue = useQueue(frame, jobs, { atOnce: AT_ONCE, until: LAST_STEP, stepsPerSecond: null });
  const results = useResults(nets, queue.states);
  const distance = shownDistance(settings);
  const done = results.filter(({ accuracy }) => accuracy !== null).length;
  return (
    <ToolFigure
      id={props.id}
      title={text('agree.title')}
      caption={props.caption}
      table={DISTANCE_TABLE}
      figure={figure}
      csv={() => csvOf(results)}
      numbers={<Numbers results={results} />}
    >
      <div ref={frame} className={styles.figure}>
        <DistanceControls settings={settings} change={change} queue={queue} />
        <p className={tools.readout} role="status" data-testid="progress">
          {text('agree.progress', { done, all: results.length })}
        </p>
        <div className={styles.pair}>
          <DistanceChart results={results} />
          <LearningChart results={results} distance={distance} />
        </div>
        <DistanceTable results={results} shown={distance} onShow={(at) => change({ at })} />
        <p className={tools.note}>
          {text('agree.legend', { units: UNITS, steps: LAST_STEP, batch: BATCH, tests: TESTS })}
        </p>
        <SentenceTable results={results} distance={distance} />
        {props.children?.(results)}
      </div>
    </ToolFigure>
  );
}

import { type ReactNode, useRef } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { softmaxCostMessages } from '../../i18n/messages/softmax-costs.ts';
import type { CostPoint, CostState, CostWay } from '../../store/costs.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { CostBars } from './CostBars.tsx';
import { CostCurves } from './CostCurves.tsx';
import styles from './costs.module.css';
import { formatTimes } from './formatTime.ts';
import { expectedTimes, timesTheTree } from './numbers.ts';
import { COST_TABLE, type CostSettings, DIMENSIONS, MOST_NEGATIVES, SIZES } from './settings.ts';
import { BATCH, useCosts } from './useCosts.ts';
import { useWayName } from './useWayName.ts';

const WAYS: readonly CostWay[] = ['full', 'batched', 'negative', 'hierarchical'];

const options = (values: readonly string[]) =>
  values.map((value) => ({ value, label: Number(value).toLocaleString('en') }));

function Controls({ settings, change }: Pick<FigureState<CostSettings>, 'settings' | 'change'>) {
  const text = useText(softmaxCostMessages);
  return (
    <>
      <Select
        label={text('costs.vocabulary')}
        value={settings.vocabulary}
        options={options(SIZES) as readonly { value: CostSettings['vocabulary']; label: string }[]}
        onChange={(vocabulary) => change({ vocabulary })}
      />
      <Select
        label={text('costs.dimensions')}
        value={settings.dimensions}
        options={options(DIMENSIONS) as readonly { value: CostSettings['dimensions']; label: string }[]}
        onChange={(dimensions) => change({ dimensions })}
      />
      <Slider
        label={text('costs.negatives')}
        value={settings.negatives}
        min={1}
        max={MOST_NEGATIVES}
        step={1}
        onChange={(negatives) => change({ negatives })}
      />
    </>
  );
}

/** How far the measurement is, where it ran, and what stopped it. */
function News({ costs }: { readonly costs: CostState }) {
  const text = useText(softmaxCostMessages);
  const { status, points, tier, detail } = costs;
  if (status === 'stopped') return <p role="alert">{text('costs.stopped', { detail })}</p>;
  return (
    <p className={tools.note} role="status" data-testid="cost-news">
      {status === 'measuring' ? text('costs.measuring', { done: points.length, all: SIZES.length }) : ''}{' '}
      {tier && text(`costs.${tier}`)}
    </p>
  );
}

function Readout({ point }: { readonly point: CostPoint | null }) {
  const text = useText(softmaxCostMessages);
  const isWhole = point?.ms.full !== undefined && point.ms.batched !== undefined;
  return (
    <p className={tools.readout} data-testid="cost-readout">
      {point && isWhole
        ? text('costs.readout', {
            vocabulary: point.vocabulary.toLocaleString('en'),
            full: formatTimes(timesTheTree(point, 'full')),
            batched: formatTimes(timesTheTree(point, 'batched')),
            batch: BATCH,
            expected: formatTimes(expectedTimes(point.vocabulary)),
          })
        : ''}
    </p>
  );
}

const rowsOf = (points: readonly CostPoint[]) =>
  points.map(({ vocabulary, ms, depth }) => [
    vocabulary,
    ...WAYS.map((way) => 1000 * (ms[way] ?? Number.NaN)),
    depth,
  ]);

function Numbers(props: { readonly points: readonly CostPoint[]; readonly settings: CostSettings }) {
  const { points, settings } = props;
  const text = useText(softmaxCostMessages);
  const nameOf = useWayName(settings.negatives);
  return (
    <NumberTable
      caption={text('costs.table', { dimensions: settings.dimensions })}
      heads={['V', ...WAYS.map(nameOf), text('costs.depth')]}
      rows={rowsOf(points).map(([vocabulary = 0, ...values]) => ({
        id: String(vocabulary),
        cells: [
          vocabulary.toLocaleString('en'),
          ...values.map((value) => (Number.isFinite(value) ? value.toFixed(3) : '–')),
        ],
      }))}
    />
  );
}

export interface CostFigureProps {
  readonly id: string;
  readonly title?: ReactNode;
  readonly caption?: ReactNode;
}

/** What learning one word costs with each output layer, on this machine, now, and over the size of the vocabulary. */
export function CostFigure({ id, title, caption }: CostFigureProps) {
  const text = useText(softmaxCostMessages);
  const figure = useFigure(COST_TABLE, id);
  const { settings, change } = figure;
  const frame = useRef<HTMLDivElement>(null);
  const costs = useCosts(frame, settings);
  const point = costs.points.find(({ vocabulary }) => vocabulary === Number(settings.vocabulary)) ?? null;
  const ways = costs.tier === 'js' ? WAYS.filter((way) => way !== 'batched') : WAYS;
  return (
    <ToolFigure
      id={id}
      title={title ?? text('costs.title')}
      caption={caption}
      table={COST_TABLE}
      figure={figure}
      csv={() => [['V', ...WAYS.map((way) => `${way} (µs)`), 'depth'], ...rowsOf(costs.points)]}
      numbers={<Numbers points={costs.points} settings={settings} />}
    >
      <div ref={frame} className={styles.frame}>
        <div className={tools.bar}>
          <Controls settings={settings} change={change} />
          <Button icon="reset" onClick={costs.measure}>
            {text('costs.again')}
          </Button>
        </div>
        <News costs={costs} />
        <div className={styles.panels}>
          <section>
            <p className={styles.heading}>
              {text('costs.bars', {
                vocabulary: Number(settings.vocabulary).toLocaleString('en'),
                dimensions: settings.dimensions,
              })}
            </p>
            <CostBars ways={ways} point={point} status={costs.status} negatives={settings.negatives} />
          </section>
          <section>
            <div className={styles.head}>
              <p className={styles.heading}>{text('costs.curve')}</p>
              <SegmentedControl
                label={text('costs.view')}
                value={settings.view}
                options={[
                  { value: 'time', label: text('costs.time') },
                  { value: 'ratio', label: text('costs.ratio') },
                ]}
                onChange={(view) => change({ view })}
              />
            </div>
            <CostCurves ways={ways} points={costs.points} settings={settings} />
          </section>
        </div>
        <Readout point={point} />
        <p className={tools.note}>{text('costs.note', { batch: BATCH })}</p>
      </div>
    </ToolFigure>
  );
}

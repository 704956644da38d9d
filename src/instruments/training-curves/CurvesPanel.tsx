import { useState } from 'react';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed, formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import { RunChart, type RunSeries } from '../../components/plots/RunChart.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { curvesMessages } from '../../i18n/messages/training-curves.ts';
import { CurveControls } from './CurveControls.tsx';
import { CurveTable } from './CurveTable.tsx';
import styles from './curves.module.css';
import type { CurveRun, PlottedRun } from './curves.ts';
import { lookOf } from './looks.ts';
import type { CurveSettings } from './settings.ts';
import { timeText } from './timeText.ts';
import { usePlotted } from './usePlotted.ts';

/** A level to compare runs with. */
export interface ReferenceLine {
  readonly id: string;
  readonly label: string;
  /** Nats a token. */
  readonly loss: number;
}

export interface CurvesPanelProps {
  readonly runs: readonly CurveRun[];
  readonly references: readonly ReferenceLine[];
  readonly settings: CurveSettings;
  readonly change: (part: Partial<CurveSettings>) => void;
}

const EMPTY = { x: new Float64Array(0), y: new Float64Array(0), length: 0 };

function seriesOf(
  runs: readonly CurveRun[],
  plotted: readonly PlottedRun[],
  lines: (run: PlottedRun) => Pick<RunSeries, 'raw' | 'smooth' | 'measured'>,
): readonly RunSeries[] {
  return runs.flatMap(({ id, name, look }, i) => {
    const found = plotted[i];
    return found ? [{ id, label: name, ...lookOf(look), ...lines(found) }] : [];
  });
}

const formatY = (value: number, digits: number): string =>
  value !== 0 && Math.abs(value) < 1e-3 ? formatMagnitude(value) : formatFixed(value, digits);

/** Last place of any run on the x axis. */
function lastX(plotted: readonly PlottedRun[]): number {
  const ends = plotted.map(({ raw }) => raw.x[raw.length - 1] ?? 0);
  return Math.max(0, ...ends.filter(Number.isFinite));
}

function Charts(
  props: CurvesPanelProps & {
    readonly plotted: readonly PlottedRun[];
    readonly cursor: number | null;
    readonly onCursor: (x: number | null) => void;
  },
) {
  const { runs, references, settings, plotted, cursor, onCursor } = props;
  const text = useText(curvesMessages);
  const locale = useLocale();
  const { quantity, against } = settings;
  const names = runs.map(({ name }) => name).join(', ');
  const whole = new Intl.NumberFormat(locale);
  const shared = {
    scale: settings.log ? 'log' : 'linear',
    xLabel: text(`curves.axis-${against}`),
    formatX: against === 'time' ? timeText : (step: number) => whole.format(step),
    formatY,
    cursor,
    onCursor,
  } as const;
  const onAxis = (loss: number) => (quantity === 'loss' ? loss : Math.exp(loss));
  return (
    <>
      <div>
        <p className={styles.title}>{text(`curves.title-${quantity}`)}</p>
        <RunChart
          {...shared}
          name={text(`curves.name-${quantity}`, { runs: names })}
          series={seriesOf(runs, plotted, ({ raw, smooth, measured }) => ({
            raw: settings.raw ? raw : null,
            smooth,
            measured,
          }))}
          references={
            settings.references
              ? references.map(({ id, label, loss }) => ({ id, label, value: onAxis(loss) }))
              : []
          }
        />
      </div>
      {settings.norm && (
        <div>
          <p className={styles.title}>{text('curves.title-norm')}</p>
          <RunChart
            {...shared}
            height={150}
            name={text('curves.name-norm', { runs: names })}
            series={seriesOf(runs, plotted, ({ norm, smoothNorm }) => ({
              raw: settings.raw ? norm : null,
              smooth: smoothNorm,
              measured: EMPTY,
            }))}
            references={[]}
          />
        </div>
      )}
    </>
  );
}

/** Where the plot is read, for those who do not point: the end, or any place before it. */
function ReadAt(props: {
  readonly last: number;
  readonly cursor: number | null;
  readonly against: CurveSettings['against'];
  readonly onCursor: (x: number | null) => void;
}) {
  const { last, cursor, against, onCursor } = props;
  const text = useText(curvesMessages);
  const unit = against === 'time' ? last / 500 : Math.max(1, Math.round(last / 500));
  const format = (value: number) => {
    if (cursor === null) return text('curves.read-end');
    return against === 'time'
      ? text('curves.read-time', { time: timeText(value) })
      : text('curves.read-step', { step: Math.round(value) });
  };
  return (
    <Slider
      label={text('curves.read-at')}
      value={cursor ?? last}
      min={0}
      max={last || 1}
      step={unit || 1}
      format={format}
      onChange={(x) => onCursor(x >= last ? null : x)}
    />
  );
}

/** Loss or perplexity of several runs, with what they are to be compared with, and the length of their gradients. */
export function CurvesPanel(props: CurvesPanelProps) {
  const { runs, settings, change } = props;
  const text = useText(curvesMessages);
  const plotted = usePlotted(runs, settings);
  const [pointed, setPointed] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const last = lastX(plotted);
  const wanted = pointed ?? chosen;
  const cursor = wanted === null ? null : Math.min(wanted, last);
  const isEmpty = runs.every(({ curve, heldOut }) => curve.length + heldOut.length === 0);
  return (
    <section className={styles.panel} aria-label={text(`curves.title-${settings.quantity}`)}>
      <CurveControls settings={settings} change={change} />
      <Charts {...props} plotted={plotted} cursor={cursor} onCursor={setPointed} />
      {isEmpty ? (
        <p className={styles.note}>{text('curves.nothing')}</p>
      ) : (
        <div className={styles.reading}>
          <ReadAt last={last} cursor={chosen} against={settings.against} onCursor={setChosen} />
          <span className={styles.note}>{text('curves.legend', { window: settings.window })}</span>
        </div>
      )}
      <CurveTable runs={runs} cursor={cursor} settings={settings} />
    </section>
  );
}

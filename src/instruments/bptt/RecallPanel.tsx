import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { recallSteps } from '../../models/recall/recall.ts';
import { type AccuracyCurve, runningAccuracy, WINDOW } from '../race/accuracy.ts';
import { exampleSequence } from '../race/example.ts';
import styles from './bptt.module.css';
import { type CostSettings, LAST_STEP, MOST_DELAY, recallShape, SYMBOLS } from './cost-settings.ts';

const EMPTY: AccuracyCurve = { length: 0, steps: new Float64Array(0), accuracy: new Float64Array(0) };
const percent = (share: number): string => `${formatFixed(100 * share, 0)} %`;

interface RecallProps {
  readonly settings: CostSettings;
  readonly change: (part: Partial<CostSettings>) => void;
  readonly curves: readonly AccuracyCurve[];
  readonly onAgain: () => void;
}

function Controls({ settings, change, onAgain }: RecallProps) {
  const text = useText(bpttMessages);
  const all = recallSteps(recallShape(settings));
  return (
    <div className={styles.bar}>
      <Slider
        label={text('recall.window')}
        value={Math.min(settings.window, all)}
        min={1}
        max={all}
        step={1}
        onChange={(window) => change({ window })}
      />
      <Slider
        label={text('recall.delay')}
        value={settings.delay}
        min={0}
        max={MOST_DELAY}
        step={1}
        onChange={(delay) => change({ delay })}
      />
      <Slider
        label={text('recall.gain')}
        value={settings.gain}
        min={0.1}
        max={1}
        step={0.1}
        format={(value) => formatFixed(value, 1)}
        onChange={(gain) => change({ gain })}
      />
      <span className={styles.number}>
        <NumberField
          label={text('setup.seed')}
          value={settings.seed}
          min={0}
          max={4294967295}
          integer
          onChange={(seed) => change({ seed })}
        />
      </span>
      <Button icon="reset" onClick={onAgain}>
        {text('recall.again')}
      </Button>
    </div>
  );
}

/** The last running mean of a curve; NaN before there is one. */
export function lastAccuracy(curve: AccuracyCurve | undefined): number {
  const { y, length } = runningAccuracy(curve ?? EMPTY);
  return length > 0 ? (y[length - 1] ?? Number.NaN) : Number.NaN;
}

/** What a truncated gradient can learn: recall with and without the cut, trained side by side. */
export function RecallPanel(props: RecallProps) {
  const { settings, curves } = props;
  const text = useText(bpttMessages);
  const most = recallSteps(recallShape(settings));
  const k = Math.min(settings.window, most);
  const [full, cut] = curves;
  const series: readonly LineSeries[] = [
    {
      id: 'full',
      label: text('recall.cut', { k: most }),
      role: 'hidden',
      curve: runningAccuracy(full ?? EMPTY),
    },
    {
      id: 'cut',
      label: text('recall.cut', { k }),
      role: 'forget',
      dash: '6 3',
      curve: runningAccuracy(cut ?? EMPTY),
    },
  ];
  const isDone = (full?.length ?? 0) >= LAST_STEP;
  const said = {
    steps: LAST_STEP,
    most,
    k,
    full: percent(lastAccuracy(full)),
    cut: percent(lastAccuracy(cut)),
  };
  return (
    <div className={styles.panel}>
      <p className={styles.subtitle}>{text('recall.title')}</p>
      <Controls {...props} />
      <p className={styles.example}>
        {text('recall.sequence', exampleSequence(settings.delay, settings.seed))}
      </p>
      <p className={styles.said}>
        {k < most ? text('recall.short', { missing: most - k }) : text('recall.reaches', { steps: most - 1 })}
      </p>
      <MultiLineChart
        series={series}
        name={text('recall.chart')}
        xLabel={text('recall.axis')}
        yDomain={[0, 1]}
        formatY={percent}
        reference={{ value: 1 / SYMBOLS, label: text('recall.chance') }}
        height={240}
      />
      <p className={styles.note} data-testid="recall-result" data-done={isDone}>
        {isDone ? text('recall.learnt', said) : text('recall.accuracy', { window: WINDOW })}
      </p>
    </div>
  );
}

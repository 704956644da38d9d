import { useMemo } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../components/controls/Button.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { typesMessages } from '../../i18n/messages/types.ts';
import type { Run } from '../../store/run-state.ts';
import { failureMessage, sayRun } from '../../store/run-text.ts';
import { runningAccuracy } from '../race/accuracy.ts';
import tools from '../tools/tools.module.css';
import { FORM_FACTS, type Form, SECONDS } from './forms.ts';
import { percentOf } from './percent.ts';
import styles from './types.module.css';
import type { FormRun } from './useFormRuns.ts';

/** Batches that an average covers. */
const WINDOW = 10;

const percent = (share: number): string => `${formatFixed(100 * share, 0)} %`;

function Chart({ run, classes }: { readonly run: Run; readonly classes: number }) {
  const text = useText(typesMessages);
  const curve = useStore(run.store, (state) => state.curve);
  const shown = useMemo(() => runningAccuracy(curve, WINDOW), [curve]);
  return (
    <MultiLineChart
      series={[{ id: 'accuracy', label: text('types.accuracy'), role: 'hidden', curve: shown }]}
      name={text('types.chart')}
      xLabel={text('types.step-axis')}
      yDomain={[0, 1]}
      formatY={percent}
      reference={{ value: 1 / classes, label: text('types.chance') }}
      height={170}
    />
  );
}

function Progress({ run, form }: { readonly run: Run; readonly form: Form }) {
  const text = useText(typesMessages);
  const { frame, curve, failure, goodStep } = useStore(run.store);
  if (failure) {
    return (
      <p className={styles.failure} role="alert">
        {text('types.failed', { reason: sayRun(text, failureMessage(failure, goodStep)) })}
      </p>
    );
  }
  const running = runningAccuracy(curve, WINDOW);
  const accuracy = running.y[running.length - 1] ?? Number.NaN;
  if (!frame) return <p className={styles.note}>{text('types.waiting')}</p>;
  return (
    <p className={styles.note} data-testid="progress" data-step={frame.stats.step}>
      {text('types.progress', {
        step: frame.stats.step,
        until: FORM_FACTS[form].until,
        accuracy: running.length > 0 ? percentOf(accuracy) : '–',
        loss: formatFixed(frame.stats.loss, 3),
      })}
    </p>
  );
}

/** Play, pause, start again; how far it is, and how it went. */
export function TypesTraining(props: {
  readonly form: Form;
  readonly runs: FormRun;
  readonly run: Run;
  readonly classes: number;
  readonly onSeed: () => void;
}) {
  const { form, runs, run, classes } = props;
  const text = useText(typesMessages);
  const { phase, frame, config, info } = useStore(run.store);
  const playing = phase === 'playing';
  const over = (frame?.stats.step ?? 0) >= FORM_FACTS[form].until;
  const again = () => {
    runs.reset();
    runs.play();
  };
  return (
    <div className={styles.training}>
      <div className={tools.bar}>
        <PlayButton playing={playing} onToggle={playing ? runs.pause : over ? again : runs.play} />
        <Button icon="reset" onClick={again}>
          {text('types.again')}
        </Button>
        <Button onClick={props.onSeed}>{text('types.seed')}</Button>
      </div>
      <Progress run={run} form={form} />
      <Chart run={run} classes={classes} />
      <p className={styles.note}>
        {text('types.pace', {
          parameters: info?.parameterCount ?? 0,
          batch: config.batch,
          seconds: SECONDS,
        })}
      </p>
    </div>
  );
}

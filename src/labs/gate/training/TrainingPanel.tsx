import { useMemo } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { NumberField } from '../../../components/controls/NumberField.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { Toggle } from '../../../components/controls/Toggle.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { LossCurve } from '../../../components/plots/LossCurve.tsx';
import { useLocale, useText } from '../../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../../i18n/locale.ts';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import { RunBadge } from '../../../instruments/unrolled/RunBadge.tsx';
import { paceLimit } from '../../../instruments/unrolled/TrainingBar.tsx';
import { failureMessage, noticeMessage, sayRun } from '../../../store/run-text.ts';
import styles from '../lab.module.css';
import { trainingObstacle } from '../state/plan.ts';
import { type GateSettings, MOST_STEPS, OPTIMISERS, PACES } from '../state/settings.ts';
import type { LabView } from '../view.ts';
import { useStart } from './useStart.ts';

interface PartProps {
  readonly view: LabView;
}

const OPTIMISER_NAMES: Readonly<Record<GateSettings['optimizer'], string>> = {
  adam: 'Adam',
  rmsprop: 'RMSProp',
  momentum: 'Momentum',
  sgd: 'SGD',
};

/** How it learns. Another method is another run. */
function Method({ view }: PartProps) {
  const text = useText(gateLabPanelMessages);
  const { settings, look } = view.lab;
  const change = (part: Partial<GateSettings>) => {
    view.lab.settle();
    look(part);
  };
  return (
    <div className={styles.row}>
      <Select
        label={text('gate.train.optimizer')}
        value={settings.optimizer}
        options={OPTIMISERS.map((value) => ({ value, label: OPTIMISER_NAMES[value] }))}
        onChange={(optimizer) => change({ optimizer })}
      />
      <NumberField
        label={text('gate.train.learningRate')}
        value={settings.learningRate}
        min={0}
        max={100}
        onChange={(learningRate) => change({ learningRate })}
      />
      <NumberField
        label={text('gate.train.batch')}
        value={settings.batch}
        min={1}
        max={128}
        integer
        onChange={(batch) => change({ batch })}
      />
      {settings.input === 'text' && (
        <NumberField
          label={text('gate.train.backSteps')}
          value={settings.steps}
          min={1}
          max={MOST_STEPS}
          integer
          onChange={(steps) => change({ steps })}
        />
      )}
      <Toggle
        label={text('gate.train.clip-on')}
        checked={settings.clip !== null}
        onChange={(on) => change({ clip: on ? 5 : null })}
      />
      {settings.clip !== null && (
        <NumberField
          label={text('gate.train.clip')}
          value={settings.clip}
          min={0.001}
          max={1e6}
          onChange={(clip) => change({ clip })}
        />
      )}
    </div>
  );
}

/** What came of it so far. */
function Outcome({ view }: PartProps) {
  const text = useText(gateLabPanelMessages);
  const locale = useLocale();
  const { training, lab } = view;
  const { state, steps } = training;
  const curve = state?.curve;
  const columns = useMemo(() => curve && { x: curve.steps, y: curve.loss, length: curve.length }, [curve]);
  if (!state?.frame || !columns) return null;
  const { loss, accuracy } = state.frame.stats;
  const percent = new Intl.NumberFormat(LANGUAGE_TAG[locale], { style: 'percent' });
  return (
    <section>
      <p className={styles.note} data-testid="training">
        {text('train.loss')} <b>{formatFixed(loss, 3)}</b> · {text('gate.train.steps', { steps })}
        {accuracy === null ? '' : ` · ${text('gate.train.accuracy', { percent: percent.format(accuracy) })}`}
      </p>
      <LossCurve curve={columns} axis="loss" vocabulary={lab.plan.network.classes} height={150} />
    </section>
  );
}

/** What the run has to say. */
function RunNotices({ view }: PartProps) {
  const text = useText();
  const { state } = view.training;
  if (!state) return null;
  const { failure, notices, goodStep } = state;
  return (
    <>
      {failure && (
        <p className={styles.error} role="alert">
          {sayRun(text, failureMessage(failure, goodStep))}
        </p>
      )}
      {notices.map((notice) => (
        <p key={notice.code} className={styles.note} role="status">
          {sayRun(text, noticeMessage(notice))}
        </p>
      ))}
    </>
  );
}

/** Trains from the weights on show; pause, change, go on. */
export function TrainingPanel({ view }: PartProps) {
  const text = useText(gateLabPanelMessages);
  const { lab, training } = view;
  const obstacle = trainingObstacle(lab.settings, lab.plan);
  const start = useStart(view);
  const starts = !training.wanted;
  return (
    <div className={styles.panel}>
      {training.state && <RunBadge state={training.state} />}
      {obstacle && <p className={styles.note}>{text(`gate.train.obstacle.${obstacle}`)}</p>}
      <div className={styles.row}>
        <Button
          primary
          icon={starts ? 'play' : 'pause'}
          disabled={obstacle !== null}
          onClick={starts ? () => start(null) : lab.settle}
        >
          {text(starts ? 'gate.train.start' : 'gate.train.pause')}
        </Button>
        <Button
          label={text('train.onceLabel')}
          disabled={obstacle !== null || !starts}
          onClick={() => start(1)}
        >
          {text('train.once')}
        </Button>
        <Select
          label={text('train.pace')}
          value={lab.settings.pace}
          options={PACES.map((value) => ({ value, label: text(`train.pace.${value}`) }))}
          onChange={(pace) => {
            lab.look({ pace });
            training.setPace(paceLimit(pace));
          }}
        />
        {!obstacle && (
          <span className={styles.note}>
            {text(lab.settings.input === 'text' ? 'gate.train.next' : 'gate.train.task')}
          </span>
        )}
      </div>
      <Method view={view} />
      <RunNotices view={view} />
      <Outcome view={view} />
      <p className={styles.note}>
        {text('gate.train.note')} {text('gate.train.settings-note')}
      </p>
    </div>
  );
}

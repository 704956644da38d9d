import { NumberField } from '../../../components/controls/NumberField.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { Toggle } from '../../../components/controls/Toggle.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { LIMITS, OPTIMIZERS, SCHEDULES } from '../../../instruments/language/run-settings.ts';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import type { TrainingView } from '../state/view.ts';
import { Field } from './Fields.tsx';

interface Props {
  readonly view: TrainingView;
}

/** What clipping is set to when it is switched on. */
const CLIP = 5;
const OPTIMIZER_NAMES = { adam: 'Adam', rmsprop: 'RMSProp', momentum: 'Momentum', sgd: 'SGD' } as const;

function Clip({ view }: Props) {
  const text = useText(trainingMessages);
  const { clip } = view.settings;
  return (
    <>
      <Toggle
        label={text('lab.clip-on')}
        checked={clip !== null}
        onChange={(on) => view.change({ clip: on ? CLIP : null })}
      />
      {clip !== null && (
        <NumberField
          label={text('lab.clip')}
          value={clip}
          {...LIMITS.clip}
          onChange={(value) => view.change({ clip: value })}
        />
      )}
    </>
  );
}

const SCHEDULE_FIELDS = {
  constant: [],
  steps: ['every', 'factor'],
  inverse: ['decay'],
  cosine: ['over', 'floor'],
} as const;

/** Optimiser, learning rate and its course, clipping. */
export function Learning({ view }: Props) {
  const text = useText(trainingMessages);
  const { optimizer, schedule } = view.settings;
  return (
    <div className={styles.fields}>
      <Select
        label={text('setup.optimizer')}
        value={optimizer}
        options={OPTIMIZERS.map((value) => ({ value, label: OPTIMIZER_NAMES[value] }))}
        onChange={(value) => view.change({ optimizer: value })}
      />
      <Field view={view} field="learningRate" label={text('setup.learningRate')} />
      <Select
        label={text('lab.schedule')}
        value={schedule}
        options={SCHEDULES.map((value) => ({ value, label: text(`lab.schedule-${value}`) }))}
        onChange={(value) => view.change({ schedule: value })}
      />
      <Field view={view} field="warmup" label={text('lab.warmup')} />
      {SCHEDULE_FIELDS[schedule].map((field) => (
        <Field key={field} view={view} field={field} label={text(`lab.${field}`)} />
      ))}
      <Field view={view} field="steps" label={text('setup.steps')} />
      <Field view={view} field="batch" label={text('setup.batch')} />
      <Clip view={view} />
    </div>
  );
}

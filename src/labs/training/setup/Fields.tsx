import { NumberField } from '../../../components/controls/NumberField.tsx';
import { LIMITS, type Limited } from '../../../instruments/language/run-settings.ts';
import type { TrainingView } from '../state/view.ts';

/** Whole numbers; the others are real. */
const WHOLE: readonly Limited[] = [
  'hidden',
  'layers',
  'steps',
  'batch',
  'warmup',
  'every',
  'over',
  'measured',
  'interval',
  'seed',
];

/** One of the settings that are a number within its limits. */
export function Field(props: {
  readonly view: TrainingView;
  readonly field: Exclude<Limited, 'clip'>;
  readonly label: string;
}) {
  const { view, field, label } = props;
  return (
    <NumberField
      label={label}
      value={view.settings[field]}
      {...LIMITS[field]}
      integer={WHOLE.includes(field)}
      onChange={(value) => view.change({ [field]: value })}
    />
  );
}

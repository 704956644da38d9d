import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { word2vecMessages } from '../../i18n/messages/word2vec.ts';
import tools from '../tools/tools.module.css';
import { ARCHITECTURES, canShare, type LearningSettings, LIMITS, OUTPUTS } from './settings.ts';
import styles from './word2vec.module.css';

export interface LearningProps<T extends LearningSettings> {
  readonly settings: T;
  readonly change: (part: Partial<LearningSettings>) => void;
}

/** Skip-gram or CBOW, and by which output layer. */
export function WayOfLearning<T extends LearningSettings>({ settings, change }: LearningProps<T>) {
  const text = useText(word2vecMessages);
  return (
    <>
      <SegmentedControl
        label={text('w2v.architecture')}
        value={settings.architecture}
        options={ARCHITECTURES.map((value) => ({ value, label: text(`w2v.${value}`) }))}
        onChange={(architecture) => change({ architecture })}
      />
      <OutputSelect settings={settings} change={change} />
    </>
  );
}

export function OutputSelect<T extends LearningSettings>({ settings, change }: LearningProps<T>) {
  const text = useText(word2vecMessages);
  return (
    <Select
      label={text('w2v.output')}
      value={settings.output}
      options={OUTPUTS.map((value) => ({ value, label: text(`w2v.${value}`) }))}
      onChange={(output) => change({ output })}
    />
  );
}

/** Where memory may be shared: on pages that the browser keeps apart from all others. */
const hasThreads = globalThis.crossOriginIsolated === true;

const WHOLE = ['dimensions', 'window', 'epochs'] as const;
const REAL = ['rate', 'subsample'] as const;

/** Every number of a run. */
export function LearningFields<T extends LearningSettings>({ settings, change }: LearningProps<T>) {
  const text = useText(word2vecMessages);
  const field = (name: Exclude<keyof typeof LIMITS, 'seed'>, integer: boolean) => (
    <NumberField
      key={name}
      label={text(`w2v.${name}`)}
      value={settings[name]}
      {...LIMITS[name]}
      integer={integer}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <div className={styles.panel}>
      <div className={styles.fields}>
        {WHOLE.map((name) => field(name, true))}
        {REAL.map((name) => field(name, false))}
        {settings.output === 'negative' && field('negatives', true)}
        {settings.output === 'negative' && field('exponent', false)}
        <Toggle
          label={text('w2v.shrink')}
          checked={settings.shrink}
          onChange={(shrink) => change({ shrink })}
        />
        {canShare(settings) && (
          <Toggle
            label={text('w2v.shared')}
            checked={settings.shared}
            onChange={(shared) => change({ shared })}
          />
        )}
        {(hasThreads || settings.threads > 1) && field('threads', true)}
      </div>
      <p className={tools.note}>{text('w2v.note')}</p>
      {canShare(settings) && <p className={tools.note}>{text('w2v.shared-note')}</p>}
      {hasThreads && <p className={tools.note}>{text('w2v.threads-note')}</p>}
    </div>
  );
}

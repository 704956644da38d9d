import { Button } from '../../../components/controls/Button.tsx';
import { NumberField } from '../../../components/controls/NumberField.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { useText } from '../../../components/text/useText.tsx';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import { UNITS } from '../state/settings.ts';
import type { TrainingView } from '../state/view.ts';
import { Progress } from './Progress.tsx';

/** Train, pause, one step, and where to rest. */
export function TrainBar(props: { readonly view: TrainingView; readonly onHelp: () => void }) {
  const { view, onHelp } = props;
  const text = useText(trainingMessages);
  const { open, settings, change } = view;
  const isPlaying = open?.state.phase === 'playing';
  const isAlive = !open || open.state.phase === 'playing' || open.state.phase === 'paused';
  return (
    <section className={styles.bar} aria-label={text('lab.bar')}>
      <div className={styles.row}>
        <Button
          primary
          icon={isPlaying ? 'pause' : 'play'}
          disabled={!isAlive || (!open && !view.source)}
          onClick={view.toggle}
        >
          {text(isPlaying ? 'train.pause' : 'train.start')}
        </Button>
        <Button label={text('train.onceLabel')} disabled={!open || !isAlive} onClick={() => open?.run.step()}>
          {text('train.once')}
        </Button>
        <span className={styles.inline}>
          <NumberField
            label={text('lab.rest')}
            value={settings.goal}
            min={0}
            max={10_000_000}
            integer
            onChange={(goal) => change({ goal })}
          />
          <Select
            label={text('lab.unit')}
            value={settings.unit}
            options={UNITS.map((value) => ({ value, label: text(`lab.unit-${value}`) }))}
            onChange={(unit) => change({ unit })}
          />
          <span className={styles.note}>{text('lab.rest-hint')}</span>
        </span>
        <Button icon="help" label={text('lab.help')} onClick={onHelp} />
      </div>
      {open && <Progress open={open} />}
    </section>
  );
}

import { Button } from '../../components/controls/Button.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { useText } from '../../components/text/useText.tsx';
import styles from './unrolled.module.css';

export type Pace = '1' | '10' | 'max';
export const paceLimit = (pace: Pace): number | null => (pace === 'max' ? null : Number(pace));

export interface TrainingBarProps {
  readonly playing: boolean;
  readonly ready: boolean;
  readonly pace: Pace;
  readonly onPace: (pace: Pace) => void;
  readonly onToggle: () => void;
  readonly onOnce: () => void;
  readonly onReset: () => void;
}

/** Train, pause, one step, start over, how fast. */
export function TrainingBar(props: TrainingBarProps) {
  const text = useText();
  const { playing, ready, pace } = props;
  const paces = (['1', '10', 'max'] as const).map((value) => ({ value, label: text(`train.pace.${value}`) }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div role="group" aria-label={text('train.group')} className={styles.training}>
      <Button primary icon={playing ? 'pause' : 'play'} disabled={!ready} onClick={props.onToggle}>
        {text(playing ? 'train.pause' : 'train.start')}
      </Button>
      <Button label={text('train.onceLabel')} disabled={!ready} onClick={props.onOnce}>
        {text('train.once')}
      </Button>
      <Button icon="reset" label={text('train.reset')} disabled={!ready} onClick={props.onReset} />
      <span className={styles.pace}>
        <Select label={text('train.pace')} value={pace} options={paces} onChange={props.onPace} />
      </span>
    </div>
  );
}

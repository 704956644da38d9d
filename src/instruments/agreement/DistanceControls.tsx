import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import type { FigureState } from '../../store/figure.ts';
import tools from '../tools/tools.module.css';
import styles from './agreement.module.css';
import { STARTS } from './nets.ts';
import { DISTANCES, type DistanceSettings, distancesOf } from './settings.ts';
import type { QueueView } from './useQueue.ts';

type ControlProps = Pick<FigureState<DistanceSettings>, 'settings' | 'change'>;

/** Which distances; the last one cannot be taken away. */
function Distances({ settings, change }: ControlProps) {
  const text = useText(agreementMessages);
  const chosen = distancesOf(settings);
  const toggle = (distance: number, isOn: boolean) => {
    const next = DISTANCES.filter((each) => (each === distance ? isOn : chosen.includes(each)));
    change({ chosen: next.map((each) => [each]) });
  };
  return (
    <fieldset className={styles.chips}>
      <legend>{text('agree.distances')}</legend>
      {DISTANCES.map((distance) => (
        <Toggle
          key={distance}
          label={String(distance)}
          checked={chosen.includes(distance)}
          disabled={chosen.length === 1 && chosen[0] === distance}
          onChange={(isOn) => toggle(distance, isOn)}
        />
      ))}
    </fieldset>
  );
}

/** Train, rest, again; where the nets begin; and at which distances. */
export function DistanceControls(props: ControlProps & { readonly queue: QueueView }) {
  const text = useText(agreementMessages);
  const { settings, change, queue } = props;
  const playing = queue.isWanted && queue.isBusy;
  return (
    <>
      <div className={tools.bar}>
        <PlayButton
          playing={playing}
          onToggle={playing ? queue.pause : queue.isBusy ? queue.play : queue.again}
        />
        <Button icon="reset" label={text('agree.again')} onClick={queue.again} />
        <SegmentedControl
          label={text('agree.start')}
          value={settings.start}
          options={STARTS.map((value) => ({ value, label: text(`agree.start-${value}`) }))}
          onChange={(start) => change({ start })}
        />
        <span className={styles.number}>
          <NumberField
            label={text('agree.seed')}
            value={settings.seed}
            min={0}
            max={4294967295}
            integer
            onChange={(seed) => change({ seed })}
          />
        </span>
      </div>
      <Distances settings={settings} change={change} />
    </>
  );
}

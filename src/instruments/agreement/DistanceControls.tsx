import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import type { FigureState } from '../../store/figure.ts';
import tools from '../tools/tools.module.css';
import styles from './agreement.module.css';
import { QueueButtons, SeedField, StartChoice } from './QueueControls.tsx';
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
  const { settings, change, queue } = props;
  return (
    <>
      <div className={tools.bar}>
        <QueueButtons queue={queue} />
        <StartChoice start={settings.start} onChange={(start) => change({ start })} />
        <SeedField seed={settings.seed} onChange={(seed) => change({ seed })} />
      </div>
      <Distances settings={settings} change={change} />
    </>
  );
}

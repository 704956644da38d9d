import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { raceMessages } from '../../i18n/messages/race.ts';
import { LinkButton } from '../link/LinkButton.tsx';
import styles from './race.module.css';
import { type RaceSettings, TABLE } from './settings.ts';

interface RaceControlsProps {
  readonly figure: string;
  readonly settings: RaceSettings;
  readonly playing: boolean;
  readonly onPlayToggle: () => void;
  readonly onReset: () => void;
  /** Any change starts the race anew. */
  readonly onChange: (part: Partial<RaceSettings>) => void;
}

/** Play, pause, reset; and what the race is about. */
export function RaceControls(props: RaceControlsProps) {
  const { settings, onChange } = props;
  const text = useText(raceMessages);
  return (
    <div className={styles.bar}>
      <PlayButton playing={props.playing} onToggle={props.onPlayToggle} />
      <Button icon="reset" label={text('figure.reset')} onClick={props.onReset} />
      <Slider
        label={text('race.delay')}
        value={settings.delay}
        min={0}
        max={80}
        step={5}
        format={(count) => text('race.delay-value', { count })}
        onChange={(delay) => onChange({ delay })}
      />
      <Slider
        label={text('race.forget-bias')}
        value={settings.forgetBias}
        min={-2}
        max={6}
        step={0.5}
        format={(value) => formatFixed(value, 1)}
        onChange={(forgetBias) => onChange({ forgetBias })}
      />
      <SegmentedControl
        label={text('race.match')}
        value={settings.match}
        options={(['units', 'parameters'] as const).map((value) => ({
          value,
          label: text(`race.match-${value}`),
        }))}
        onChange={(match) => onChange({ match })}
      />
      <span className={styles.number}>
        <NumberField
          label={text('given.units')}
          value={settings.hidden}
          min={2}
          max={32}
          integer
          onChange={(hidden) => onChange({ hidden })}
        />
      </span>
      <span className={styles.number}>
        <NumberField
          label={text('given.seed')}
          value={settings.seed}
          min={0}
          max={4294967295}
          integer
          onChange={(seed) => onChange({ seed })}
        />
      </span>
      <LinkButton table={TABLE} figure={props.figure} settings={settings} />
    </div>
  );
}

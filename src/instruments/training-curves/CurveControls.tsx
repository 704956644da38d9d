import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { curvesMessages } from '../../i18n/messages/training-curves.ts';
import styles from './curves.module.css';
import type { CurveSettings } from './settings.ts';
import { MOST_WINDOW } from './settings.ts';

interface Props {
  readonly settings: CurveSettings;
  readonly change: (part: Partial<CurveSettings>) => void;
}

const FLAGS = ['log', 'raw', 'references', 'norm'] as const;

/** What the plot shows, and how. */
export function CurveControls({ settings, change }: Props) {
  const text = useText(curvesMessages);
  return (
    <div className={styles.controls}>
      <SegmentedControl
        label={text('curves.show')}
        value={settings.quantity}
        options={(['loss', 'perplexity'] as const).map((value) => ({
          value,
          label: text(`curves.quantity-${value}`),
        }))}
        onChange={(quantity) => change({ quantity })}
      />
      <SegmentedControl
        label={text('curves.against')}
        value={settings.against}
        options={(['step', 'time'] as const).map((value) => ({
          value,
          label: text(`curves.against-${value}`),
        }))}
        onChange={(against) => change({ against })}
      />
      {FLAGS.map((flag) => (
        <Toggle
          key={flag}
          label={text(`curves.${flag}`)}
          checked={settings[flag]}
          onChange={(on) => change({ [flag]: on })}
        />
      ))}
      <Slider
        label={text('curves.window')}
        value={settings.window}
        min={1}
        max={MOST_WINDOW}
        step={1}
        format={(count) => text('curves.window-value', { count })}
        onChange={(window) => change({ window })}
      />
    </div>
  );
}

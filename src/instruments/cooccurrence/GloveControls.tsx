import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import tools from '../tools/tools.module.css';
import { VectorFiles } from '../vector-files/VectorFiles.tsx';
import { HandOver } from '../vectors/HandOver.tsx';
import { WordText } from '../word-texts/WordText.tsx';
import styles from './cooccurrence.module.css';
import { GLOVE_LIMITS, type GloveSettings } from './glove-settings.ts';
import { WINDOW } from './settings.ts';
import type { GloveLive } from './useGlove.ts';
import { WeightSliders } from './WeightSliders.tsx';

interface ControlProps {
  readonly live: GloveLive;
  readonly settings: GloveSettings;
  readonly change: (part: Partial<GloveSettings>) => void;
}

function Fields({ settings, change }: Omit<ControlProps, 'live'>) {
  const text = useText(cooccurrenceMessages);
  const field = (name: keyof typeof GLOVE_LIMITS, integer: boolean) => (
    <NumberField
      key={name}
      label={text(`glove.${name}`)}
      value={settings[name]}
      {...GLOVE_LIMITS[name]}
      integer={integer}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <div className={styles.source}>
      <div className={tools.bar}>
        <Slider
          label={text('near.window')}
          value={settings.window}
          min={WINDOW.least}
          max={WINDOW.most}
          step={1}
          onChange={(window) => change({ window })}
        />
        <WeightSliders settings={settings} change={change} step={0.25} />
      </div>
      <div className={tools.bar}>
        {field('dimensions', true)}
        {field('rate', false)}
        {field('epochs', true)}
      </div>
      <p className={tools.note}>{text('glove.anew')}</p>
    </div>
  );
}

const PANELS = ['settings', 'text', 'files'] as const;
type Panel = (typeof PANELS)[number];

/** Everything that can be set of a run; each part opens on demand. */
export function GloveControls({ live, settings, change }: ControlProps) {
  const text = useText(cooccurrenceMessages);
  const [open, setOpen] = useState<Panel | null>(null);
  return (
    <>
      <div className={tools.bar}>
        {PANELS.map((panel) => (
          <Button
            key={panel}
            expanded={open === panel}
            onClick={() => setOpen(open === panel ? null : panel)}
          >
            {text(`glove.panel-${panel}`)}
          </Button>
        ))}
        {live.run && <HandOver run={live.run} name={`glove-${settings.source}`} />}
      </div>
      {open === 'settings' && <Fields settings={settings} change={change} />}
      {(open === 'text' || live.text.status === 'failed') && (
        <div className={styles.source}>
          <WordText settings={settings} change={change} state={live.text} />
        </div>
      )}
      {open === 'files' && live.run && (
        <div className={styles.source}>
          <VectorFiles source={live.run} name={`glove-${settings.source}`} />
        </div>
      )}
    </>
  );
}

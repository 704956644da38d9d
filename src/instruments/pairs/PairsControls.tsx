import { type ReactNode, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { pairsMessages } from '../../i18n/messages/pairs.ts';
import styles from './pairs.module.css';
import { LOG_T, MOST_PASSAGES, type PairsSettings, WINDOW } from './settings.ts';

export interface PairsControlsProps {
  readonly settings: PairsSettings;
  readonly change: (part: Partial<PairsSettings>) => void;
  /** Passages of the text; null: not known yet. */
  readonly passages: number | null;
  /** The text cannot be used: its choice stays open. */
  readonly mustChoose: boolean;
  /** The choice of the text. */
  readonly children: ReactNode;
}

type Part = Pick<PairsControlsProps, 'settings' | 'change'>;

/** Two digits: 0.001, 1.8e-5. */
const thresholdText = (logT: number, off: string): string => {
  if (logT === LOG_T.most) return off;
  return String(Number((10 ** logT).toPrecision(2)));
};

function WindowControls({ settings, change }: Part) {
  const text = useText(pairsMessages);
  const { model, window, shrink, logT } = settings;
  return (
    <div className={styles.bar}>
      <SegmentedControl
        label={text('pairs.model')}
        value={model}
        options={(['skip-gram', 'cbow'] as const).map((value) => ({ value, label: text(`pairs.${value}`) }))}
        onChange={(chosen) => change({ model: chosen })}
      />
      <Slider
        label={text('pairs.window')}
        value={window}
        min={WINDOW.least}
        max={WINDOW.most}
        step={1}
        onChange={(chosen) => change({ window: chosen })}
      />
      <Toggle label={text('pairs.shrink')} checked={shrink} onChange={(on) => change({ shrink: on })} />
      <Slider
        label={text('pairs.threshold')}
        value={logT}
        min={LOG_T.least}
        max={LOG_T.most}
        step={0.25}
        format={(value) => thresholdText(value, text('pairs.threshold-off'))}
        onChange={(chosen) => change({ logT: chosen })}
      />
    </div>
  );
}

function PassageControls({ settings, change, passages }: Part & Pick<PairsControlsProps, 'passages'>) {
  const text = useText(pairsMessages);
  const most = passages ?? MOST_PASSAGES;
  const passage = Math.min(settings.passage, most);
  const go = (to: number) => change({ passage: to, at: 1 });
  return (
    <>
      <Button
        icon="back"
        label={text('pairs.passage-back')}
        disabled={passage <= 1}
        onClick={() => go(passage - 1)}
      />
      <span className={styles.short}>
        <NumberField label={text('pairs.passage')} value={passage} min={1} max={most} integer onChange={go} />
      </span>
      <Button
        icon="forward"
        label={text('pairs.passage-next')}
        disabled={passage >= most}
        onClick={() => go(passage + 1)}
      />
    </>
  );
}

/** Model, window and subsampling; which passage of which text, and by which draw. */
export function PairsControls(props: PairsControlsProps) {
  const { settings, change, mustChoose, children } = props;
  const text = useText(pairsMessages);
  const [open, setOpen] = useState(false);
  const isOpen = open || mustChoose;
  return (
    <>
      <WindowControls settings={settings} change={change} />
      <div className={styles.bar}>
        <PassageControls {...props} />
        <span className={styles.short}>
          <NumberField
            label={text('pairs.seed')}
            value={settings.seed}
            min={0}
            max={4294967295}
            integer
            onChange={(seed) => change({ seed })}
          />
        </span>
        <Button icon="reset" onClick={() => change({ seed: (settings.seed + 1) % 2 ** 32 })}>
          {text('pairs.redraw')}
        </Button>
        <Button expanded={isOpen} disabled={mustChoose} onClick={() => setOpen(!open)}>
          {text('pairs.text')}
        </Button>
      </div>
      <div className={styles.source} hidden={!isOpen}>
        {children}
      </div>
    </>
  );
}

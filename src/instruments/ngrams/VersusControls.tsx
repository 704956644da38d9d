import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { useText } from '../../components/text/useText.tsx';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import type { SourceText } from '../texts/useTextSource.ts';
import tools from '../tools/tools.module.css';
import { CountedSource } from './CountedSource.tsx';
import styles from './ngrams.module.css';
import { AddedK, SmoothingChoice } from './SmoothingBar.tsx';
import { UNITS, VERSUS_CELLS, type VersusSettings } from './versus-settings.ts';

export interface VersusControlsProps {
  readonly settings: VersusSettings;
  readonly change: (part: Partial<VersusSettings>) => void;
  readonly onText: (text: SourceText | null) => void;
  readonly playing: boolean;
  readonly onPlayToggle: () => void;
  readonly onRestart: () => void;
}

const NAMES = { rnn: 'RNN', gru: 'GRU', lstm: 'LSTM' } as const;

/** Play and the network. */
function NetworkBar({ settings, change, playing, onPlayToggle, onRestart }: VersusControlsProps) {
  const text = useText(ngramsMessages);
  return (
    <div className={tools.bar}>
      <PlayButton playing={playing} onToggle={onPlayToggle} />
      <Button icon="reset" label={text('figure.reset')} onClick={onRestart} />
      <SegmentedControl
        label={text('setup.cell')}
        value={settings.cell}
        options={VERSUS_CELLS.map((value) => ({ value, label: NAMES[value] }))}
        onChange={(cell) => change({ cell })}
      />
      <span className={styles.short}>
        <NumberField
          label={text('given.units')}
          value={settings.hidden}
          min={UNITS.least}
          max={UNITS.most}
          integer
          onChange={(hidden) => change({ hidden })}
        />
      </span>
      <span className={styles.short}>
        <NumberField
          label={text('given.seed')}
          value={settings.seed}
          min={0}
          max={4294967295}
          integer
          onChange={(seed) => change({ seed })}
        />
      </span>
    </div>
  );
}

/** The text that both learn, and the smoothing of the lines. */
function TextBar({ settings, change, onText }: VersusControlsProps) {
  const text = useText(ngramsMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={tools.bar}>
        <span className={styles.labelled}>
          <span>{text('ngrams.lines')}</span>
          <SmoothingChoice settings={settings} change={change} />
        </span>
        <AddedK settings={settings} change={change} />
        <Button expanded={open} onClick={() => setOpen(!open)}>
          {text('ngrams.source')}
        </Button>
      </div>
      <div hidden={!open}>
        <CountedSource settings={settings} change={change} onText={onText} />
      </div>
    </>
  );
}

/** Everything that can be set about the comparison. */
export function VersusControls(props: VersusControlsProps) {
  return (
    <>
      <NetworkBar {...props} />
      <TextBar {...props} />
    </>
  );
}

import { useCallback } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { cliffMessages } from '../../i18n/messages/cliff.ts';
import type { FigureState } from '../../store/figure.ts';
import tools from '../tools/tools.module.css';
import {
  CLIFF_FUNCTIONS,
  type CliffSettings,
  LOG_CLIP,
  LOG_RATE,
  STEPS,
  UPDATES,
  WINDOW,
} from './settings.ts';
import { usePlayback } from './usePlayback.ts';

/** Two digits that count: 0.0001, 0.2, 16. */
const formatPower = (log: number): string => {
  const value = 10 ** log;
  return formatFixed(value, Math.max(0, 1 - Math.floor(log + 1e-9)));
};

type ControlProps = Pick<FigureState<CliffSettings>, 'settings' | 'change'>;

function Updates({ settings, change }: ControlProps) {
  const text = useText(cliffMessages);
  const show = useCallback((at: number) => change({ at }), [change]);
  const { at } = settings;
  const playback = usePlayback(at, UPDATES, show);
  const goTo = (next: number) => {
    playback.stop();
    show(next);
  };
  return (
    <div className={tools.bar}>
      <PlayButton playing={playback.playing} onToggle={playback.toggle} />
      <Button icon="back" label={text('cliff.back')} disabled={at === 0} onClick={() => goTo(at - 1)} />
      <Button
        icon="forward"
        label={text('cliff.forward')}
        disabled={at === UPDATES}
        onClick={() => goTo(at + 1)}
      />
      <Slider label={text('cliff.at')} value={at} min={0} max={UPDATES} step={1} onChange={goTo} />
    </div>
  );
}

/** Where the descents begin, how they step, and how many updates are on show. */
export function CliffControls({ settings, change }: ControlProps) {
  const text = useText(cliffMessages);
  return (
    <>
      <Updates settings={settings} change={change} />
      <div className={tools.bar}>
        <SegmentedControl
          label={text('cliff.activation')}
          value={settings.activation}
          options={CLIFF_FUNCTIONS.map((value) => ({ value, label: text(`cliff.g-${value}`) }))}
          onChange={(activation) => change({ activation })}
        />
        <Slider
          label={text('cliff.steps')}
          value={settings.steps}
          min={STEPS.low}
          max={STEPS.high}
          step={1}
          onChange={(steps) => change({ steps })}
        />
        <Slider
          label={text('cliff.rate')}
          value={settings.logRate}
          min={LOG_RATE.low}
          max={LOG_RATE.high}
          step={LOG_RATE.step}
          format={formatPower}
          onChange={(logRate) => change({ logRate })}
        />
        <Slider
          label={text('cliff.clip')}
          value={settings.logClip}
          min={LOG_CLIP.low}
          max={LOG_CLIP.high}
          step={LOG_CLIP.step}
          format={formatPower}
          onChange={(logClip) => change({ logClip })}
        />
        {(['weight', 'bias'] as const).map((field) => (
          <Slider
            key={field}
            label={text(`cliff.${field}`)}
            value={settings[field]}
            min={WINDOW[field][0]}
            max={WINDOW[field][1]}
            step={0.01}
            format={(value) => formatFixed(value, 2)}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
      </div>
    </>
  );
}

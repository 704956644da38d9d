import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import { significant } from './format.ts';
import { SMOOTHINGS } from './reference.ts';
import { type CountedSettings, kOf, LOG_K } from './settings.ts';

type Smoothing = Pick<CountedSettings, 'smoothing' | 'logK'>;

export interface SmoothingProps {
  readonly settings: Smoothing;
  readonly change: (part: Partial<Smoothing>) => void;
}

/** None, add-k or Kneser–Ney. */
export function SmoothingChoice({ settings, change }: SmoothingProps) {
  const text = useText(ngramsMessages);
  return (
    <SegmentedControl
      label={text('ngrams.smoothing')}
      value={settings.smoothing}
      options={SMOOTHINGS.map((value) => ({ value, label: text(`ngrams.${value}`) }))}
      onChange={(smoothing) => change({ smoothing })}
    />
  );
}

/** k, where something is added. */
export function AddedK({ settings, change }: SmoothingProps) {
  const text = useText(ngramsMessages);
  if (settings.smoothing !== 'add-k') return null;
  return (
    <Slider
      label={text('ngrams.k')}
      value={settings.logK}
      min={LOG_K.low}
      max={LOG_K.high}
      step={LOG_K.step}
      format={(logK) => significant(kOf({ logK }), 2)}
      onChange={(logK) => change({ logK })}
    />
  );
}

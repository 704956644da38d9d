import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import { significant } from '../ngrams/format.ts';
import { LOG_MOST, POWER, type WeightSettings } from './settings.ts';

type Weighting = Pick<WeightSettings, 'logMost' | 'power'>;

export interface WeightSlidersProps {
  readonly settings: Weighting;
  readonly change: (part: Partial<Weighting>) => void;
  /** Of x_max, in powers of ten. */
  readonly step: number;
}

/** x_max and α of the weighting. */
export function WeightSliders({ settings, change, step }: WeightSlidersProps) {
  const text = useText(cooccurrenceMessages);
  return (
    <>
      <Slider
        label={text('weight.most')}
        value={settings.logMost}
        min={LOG_MOST.least}
        max={LOG_MOST.most}
        step={step}
        format={(value) => significant(10 ** value, 3)}
        onChange={(logMost) => change({ logMost })}
      />
      <Slider
        label={text('weight.power')}
        value={settings.power}
        min={POWER.least}
        max={POWER.most}
        step={0.05}
        format={(value) => formatFixed(value, 2)}
        onChange={(power) => change({ power })}
      />
    </>
  );
}

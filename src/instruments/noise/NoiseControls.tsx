import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { noiseMessages } from '../../i18n/messages/noise.ts';
import tools from '../tools/tools.module.css';
import styles from './noise.module.css';
import { MOST_DRAWS, type NoiseChoice } from './settings.ts';
import type { Draws } from './useDraws.ts';
import { readList, WORDS } from './words.ts';

interface ChoiceProps {
  readonly settings: NoiseChoice;
  readonly change: (part: Partial<NoiseChoice>) => void;
}

/** a, by a slider and by its three famous values. */
export function ExponentBar({ settings, change }: ChoiceProps) {
  const text = useText(noiseMessages);
  return (
    <div className={tools.bar}>
      <span className={styles.exponent}>
        <Slider
          label={text('noise.exponent')}
          value={settings.exponent}
          min={0}
          max={1}
          step={0.05}
          format={(value) => formatFixed(value, 2)}
          onChange={(exponent) => change({ exponent })}
        />
      </span>
      {([0, 0.75, 1] as const).map((exponent) => (
        <Button key={exponent} pressed={settings.exponent === exponent} onClick={() => change({ exponent })}>
          {text(`noise.exponent-${exponent}`)}
        </Button>
      ))}
    </div>
  );
}

/** Whose counts: words of the text, or the reader's own list. */
export function WordsBar({ settings, change }: ChoiceProps) {
  const text = useText(noiseMessages);
  const { unread } = readList(settings.own);
  return (
    <>
      <div className={tools.bar}>
        <SegmentedControl
          label={text('noise.from')}
          value={settings.from}
          options={(['text', 'own'] as const).map((value) => ({ value, label: text(`noise.from-${value}`) }))}
          onChange={(from) => change({ from })}
        />
        {settings.from === 'text' && (
          <Slider
            label={text('noise.size')}
            value={settings.size}
            min={WORDS.least}
            max={WORDS.most}
            step={1}
            onChange={(size) => change({ size })}
          />
        )}
      </div>
      {settings.from === 'own' && (
        <TextField
          label={text('noise.own')}
          value={settings.own}
          hint={text('noise.own-hint', { most: WORDS.most })}
          error={unread.length > 0 ? text('noise.unread', { words: unread.join(', ') }) : null}
          maxLength={400}
          onChange={(own) => change({ own })}
        />
      )}
    </>
  );
}

/** Draw, many or few, from which seed. */
export function DrawControls({ settings, change, draws }: ChoiceProps & { readonly draws: Draws }) {
  const text = useText(noiseMessages);
  const isFull = settings.draws >= MOST_DRAWS;
  return (
    <div className={tools.bar}>
      <PlayButton
        playing={draws.playing}
        label={text(draws.playing ? 'noise.pause' : 'noise.play')}
        onToggle={draws.toggle}
      />
      {([100, 10_000] as const).map((count) => (
        <Button key={count} disabled={isFull} onClick={() => draws.more(count)}>
          {text('noise.draw', { count })}
        </Button>
      ))}
      <Button icon="reset" disabled={settings.draws === 0} onClick={() => change({ draws: 0 })}>
        {text('noise.clear')}
      </Button>
      <NumberField
        label={text('setup.seed')}
        value={settings.seed}
        min={0}
        max={2 ** 31 - 1}
        integer
        onChange={(seed) => change({ seed })}
      />
    </div>
  );
}

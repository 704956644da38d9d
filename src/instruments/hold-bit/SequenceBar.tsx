import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { holdMessages } from '../../i18n/messages/hold-bit.ts';
import type { FigureState } from '../../store/figure.ts';
import tools from '../tools/tools.module.css';
import styles from './hold-bit.module.css';
import { drawnSequence, withLength, withToken, writeSequenceText } from './sequence.ts';
import { HOLD_TABLE, type HoldBitSettings, RANGE, taskOptions } from './settings.ts';

interface SequenceBarProps {
  readonly settings: HoldBitSettings;
  readonly change: FigureState<HoldBitSettings>['change'];
  readonly ids: Int32Array;
  /** Counted from 0. */
  readonly step: number;
}

const CHOICES = ['0', '1', '2', '3'] as const;

/** Another sequence for every text that is on show: drawn, so that nobody has to think one up. */
const seedOf = (text: string): number =>
  [...text].reduce((sum, digit) => (31 * sum + digit.charCodeAt(0)) % 2 ** 32, 7);

/** What the selected step reads, how long the sequence is, and other sequences. */
export function SequenceBar({ settings, change, ids, step }: SequenceBarProps) {
  const text = useText(holdMessages);
  const isQuestion = step === ids.length - 1;
  const show = (next: Int32Array) => change({ sequence: writeSequenceText(next) });
  const draw = () => {
    const options = { ...taskOptions(settings), steps: Math.max(ids.length, settings.writes + 1) };
    change({ sequence: writeSequenceText(drawnSequence(options, seedOf(settings.sequence))), holds: [] });
  };
  return (
    <div className={tools.bar}>
      {isQuestion ? (
        <span className={tools.note}>{text('hold.question')}</span>
      ) : (
        <span className={styles.choice}>
          <span className={styles.label}>{text('hold.token', { step: step + 1 })}</span>
          <SegmentedControl
            label={text('hold.token', { step: step + 1 })}
            value={String(ids[step] ?? 0)}
            options={CHOICES.map((value) => ({ value, label: text(`hold.choice-${value}`) }))}
            onChange={(id) => show(withToken(ids, step, Number(id)))}
          />
        </span>
      )}
      <Slider
        label={text('hold.length')}
        value={ids.length}
        min={RANGE.length[0]}
        max={RANGE.length[1]}
        step={1}
        onChange={(length) => show(withLength(ids, length, settings.seed))}
      />
      <Button onClick={draw}>{text('hold.new')}</Button>
      <Button
        disabled={settings.sequence === HOLD_TABLE.sequence.codec.fallback}
        onClick={() => change({ sequence: HOLD_TABLE.sequence.codec.fallback, holds: [] })}
      >
        {text('hold.first')}
      </Button>
    </div>
  );
}

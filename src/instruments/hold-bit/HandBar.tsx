import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { holdMessages } from '../../i18n/messages/hold-bit.ts';
import type { FigureState } from '../../store/figure.ts';
import tools from '../tools/tools.module.css';
import styles from './hold-bit.module.css';
import { holdSteps, stepsFrom } from './holds.ts';
import { lastWrite } from './sequence.ts';
import type { HoldBitSettings } from './settings.ts';

interface HandBarProps {
  readonly settings: HoldBitSettings;
  readonly change: FigureState<HoldBitSettings>['change'];
  readonly ids: Int32Array;
  /** Counted from 0. */
  readonly step: number;
  readonly unit: number;
}

/** A typed value for the gate of the selected unit: at one step, behind the last write, or everywhere. */
export function HandBar({ settings, change, ids, step, unit }: HandBarProps) {
  const text = useText(holdMessages);
  const [value, setValue] = useState(0);
  if (settings.cell === 'rnn') return <p className={tools.note}>{text('hold.no-gate')}</p>;
  const written = lastWrite(ids, ids.length - 1);
  const hold = (steps: readonly number[]) => change({ holds: holdSteps(settings.holds, steps, unit, value) });
  return (
    <div className={tools.bar}>
      <span className={styles.number}>
        <NumberField label={text('hold.value')} value={value} min={0} max={1} onChange={setValue} />
      </span>
      <Button onClick={() => hold([step])}>{text('hold.here', { step: step + 1 })}</Button>
      <Button disabled={written === null} onClick={() => hold(stepsFrom((written ?? 0) + 1, ids.length))}>
        {text('hold.after')}
      </Button>
      <Button onClick={() => hold(stepsFrom(0, ids.length))}>{text('hold.everywhere')}</Button>
      <Button disabled={settings.holds.length === 0} onClick={() => change({ holds: [] })}>
        {text('hold.release')}
      </Button>
    </div>
  );
}

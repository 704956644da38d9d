import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { holdMessages } from '../../i18n/messages/hold-bit.ts';
import type { FigureState } from '../../store/figure.ts';
import { failureMessage, sayRun } from '../../store/run-text.ts';
import { runningAccuracy } from '../race/accuracy.ts';
import { useRunState } from '../runs/useRunState.ts';
import tools from '../tools/tools.module.css';
import styles from './hold-bit.module.css';
import { type HoldBitSettings, holdCells, LAST_STEP, RANGE } from './settings.ts';
import { type HoldBitRun, PACES } from './useHoldBit.ts';

const COUNTS = [
  { field: 'units', label: 'given.units' },
  { field: 'steps', label: 'hold.steps' },
  { field: 'writes', label: 'hold.writes' },
  { field: 'bias', label: 'hold.bias' },
  { field: 'seed', label: 'given.seed' },
] as const;

type Part = Pick<FigureState<HoldBitSettings>, 'settings' | 'change'>;

/** What is trained: a change starts another run. */
export function TaskBar({ settings, change }: Part) {
  const text = useText(holdMessages);
  return (
    <div className={tools.bar}>
      <SegmentedControl
        label={text('hold.cell')}
        value={settings.cell}
        options={holdCells.map((value) => ({ value, label: text(`hold.cell-${value}`) }))}
        onChange={(cell) => change({ cell, holds: [] })}
      />
      {COUNTS.map(({ field, label }) =>
        field === 'bias' && settings.cell === 'rnn' ? null : (
          <span key={field} className={styles.number}>
            <NumberField
              label={text(label)}
              value={settings[field]}
              min={RANGE[field][0]}
              max={RANGE[field][1]}
              integer={field !== 'bias'}
              onChange={(value) => change({ [field]: value })}
            />
          </span>
        ),
      )}
    </div>
  );
}

/** How far training is, and its pace. */
export function TrainingBar({ held }: { readonly held: HoldBitRun }) {
  const text = useText(holdMessages);
  const state = useRunState(held.run);
  const step = state?.frame?.stats.step ?? 0;
  const running = runningAccuracy(
    state?.curve ?? { length: 0, steps: new Float64Array(), accuracy: new Float64Array() },
  );
  const last = running.length > 0 ? running.y[running.length - 1] : undefined;
  const failure = state?.failure;
  return (
    <div className={tools.bar}>
      <PlayButton playing={held.playing} onToggle={held.toggle} />
      <Button icon="reset" onClick={held.restart}>
        {text('hold.again')}
      </Button>
      <SegmentedControl
        label={text('hold.pace')}
        value={held.pace}
        options={PACES.map((value) => ({ value, label: text(`hold.pace-${value}`) }))}
        onChange={held.setPace}
      />
      <span className={styles.stage} data-testid="stage" data-at-rest={step > 0 && !held.playing}>
        {text('hold.stage', {
          step,
          last: LAST_STEP,
          accuracy: last === undefined ? text('hold.none-yet') : `${formatFixed(100 * last, 0)} %`,
        })}
      </span>
      {failure ? (
        <p className={styles.failure} role="alert">
          {text('hold.failed', { reason: sayRun(text, failureMessage(failure, state.goodStep)) })}
        </p>
      ) : null}
    </div>
  );
}

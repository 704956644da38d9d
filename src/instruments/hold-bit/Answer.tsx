import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { holdMessages } from '../../i18n/messages/hold-bit.ts';
import styles from './hold-bit.module.css';
import { keptMemory } from './kept.ts';
import type { BothReadings, Told } from './reading.ts';
import { lastWrite } from './sequence.ts';
import { isRight } from './useLanes.ts';

const percent = (share: number): string =>
  `${formatFixed(100 * share, share > 0.995 || share < 0.005 ? 2 : 1)} %`;

function Said(props: {
  readonly told: Told;
  readonly wanted: BothReadings['wanted'];
  readonly code: 'hold.said' | 'hold.said-held';
}) {
  const text = useText(holdMessages);
  const { told, wanted, code } = props;
  const right = isRight(told, wanted);
  return (
    <span data-testid={code === 'hold.said' ? 'said' : 'said-held'} data-right={right}>
      {text(code, { said: told.said, sure: percent(told.sure), right })}
    </span>
  );
}

/** What is asked, what the network says by itself, and beside it what it says with the reader's hand on the gate. */
export function Answer(props: {
  readonly readings: BothReadings;
  /** Whether changes are read aloud: not while training makes ten of them a second. */
  readonly spoken: boolean;
}) {
  const text = useText(holdMessages);
  const { wanted, free, held } = props.readings;
  return (
    <p className={styles.answer} role="status" aria-live={props.spoken ? 'polite' : 'off'}>
      <span>{wanted === null ? text('hold.asked-none') : text('hold.asked', { wanted })}</span>{' '}
      <Said told={free} wanted={wanted} code="hold.said" />{' '}
      {held === free ? null : <Said told={held} wanted={wanted} code="hold.said-held" />}
    </p>
  );
}

/** What the memory at the selected step is made of, as the gates on the way to it decided. */
export function Kept(props: {
  readonly readings: BothReadings;
  readonly step: number;
  readonly unit: number;
}) {
  const { readings, step, unit } = props;
  const text = useText(holdMessages);
  const { trace } = readings.held;
  const update = trace.values.update;
  if (!update) return null;
  const since = lastWrite(readings.ids, step);
  const at = step * trace.shape.hidden + unit;
  const memory = formatFixed(trace.values.hidden?.[at] ?? Number.NaN);
  const whose = trace.shape.hidden > 1 ? `${text('hold.kept-unit', { unit: unit + 1 })} ` : '';
  const say = () => {
    if (since === null) return text('hold.kept-nothing', { step: step + 1, memory });
    if (since === step) {
      return text('hold.kept-here', { step: step + 1, gate: formatFixed(update[at] ?? Number.NaN), memory });
    }
    const { share, kept, written } = keptMemory(trace, unit, since, step);
    return text('hold.kept', {
      step: step + 1,
      since: since + 1,
      memory,
      share: percent(share),
      kept: formatFixed(kept),
      written: formatFixed(written),
    });
  };
  return (
    <p className={styles.kept} data-testid="kept">
      {whose + say()}
    </p>
  );
}

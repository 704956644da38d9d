import { useMemo } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { holdMessages } from '../../i18n/messages/hold-bit.ts';
import tools from '../tools/tools.module.css';
import { rightAt, TESTED } from './longer.ts';
import { type HoldBitSettings, taskOptions } from './settings.ts';
import type { HoldBitRun } from './useHoldBit.ts';

const TIMES = [1, 2, 4, 10] as const;
/** Not the seed of any run: the sequences are new to the network. */
const SEED = 987654321;

interface LongerProps {
  readonly held: HoldBitRun;
  readonly settings: HoldBitSettings;
}

/** How the network does on sequences longer than those that it was trained on. */
export function Longer({ held, settings }: LongerProps) {
  const text = useText(holdMessages);
  const { network, parameters, playing } = held;
  const { steps, writes } = taskOptions(settings);
  const rows = useMemo(
    () =>
      playing
        ? null
        : TIMES.map((times) => {
            const options = { steps: steps * times, writes: writes ?? 1 };
            return { steps: options.steps, share: rightAt(network, parameters, options, SEED + times) };
          }),
    [playing, network, parameters, steps, writes],
  );
  return (
    <p className={tools.note} data-testid="longer">
      {text('hold.longer', { count: TESTED })}{' '}
      {rows === null
        ? text('hold.longer-wait')
        : rows
            .map((row) =>
              text('hold.longer-at', { steps: row.steps, share: `${formatFixed(100 * row.share, 0)} %` }),
            )
            .join(' · ')}
    </p>
  );
}

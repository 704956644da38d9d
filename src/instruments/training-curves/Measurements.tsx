import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { curvesMessages } from '../../i18n/messages/training-curves.ts';
import { secondsAt } from '../../store/run-clock.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { type CurveRun, readRun } from './curves.ts';
import { timeText } from './timeText.ts';

/** What every run was whenever it was measured, as a table. */
export function Measurements({
  runs,
  window,
}: {
  readonly runs: readonly CurveRun[];
  readonly window: number;
}) {
  const text = useText(curvesMessages);
  const rows = runs.flatMap((run) =>
    run.heldOut.map(({ step, loss }) => {
      const read = step === 0 ? null : readRun(run, step, window);
      return {
        id: `${run.id} ${step}`,
        cells: [
          run.name,
          step,
          timeText(secondsAt(run.clock, step)),
          read ? formatFixed(read.loss, 4) : '–',
          formatFixed(loss, 4),
          formatFixed(Math.exp(loss), 3),
        ],
      };
    }),
  );
  const heads = (['run', 'step', 'time', 'loss', 'dev-loss', 'dev-perplexity'] as const).map((head) =>
    text(`curves.${head}`),
  );
  return <NumberTable caption={text('curves.measurements')} heads={heads} rows={rows} />;
}

import { useStore } from 'zustand';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { roleStyle } from '../../components/diagrams/Symbol.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import type { Run } from '../../store/run-state.ts';
import { runningAccuracy, solvedAt } from './accuracy.ts';
import { LOOKS } from './looks.ts';
import styles from './race.module.css';
import { parameterCount, RACERS, type Racer } from './settings.ts';
import { useMilliseconds } from './useMilliseconds.ts';

function Row(props: { readonly racer: Racer; readonly run: Run }) {
  const { racer, run } = props;
  const text = useText();
  const { config, frame, curve, failure } = useStore(run.store);
  const milliseconds = useMilliseconds(run);
  const running = runningAccuracy({ ...curve });
  const accuracy = running.length > 0 ? running.y[running.length - 1] : undefined;
  return (
    <tr style={roleStyle(LOOKS[racer].role)} data-racer={racer}>
      <th scope="row">{text(`race.cell-${racer}`)}</th>
      <td>{config.hidden}</td>
      <td>{parameterCount(racer, config.hidden)}</td>
      <td>{failure ? `${failure.code}` : (frame?.stats.step ?? 0)}</td>
      <td>{accuracy === undefined ? '–' : formatFixed(100 * accuracy, 0)} %</td>
      <td>{solvedAt(running) ?? text('race.not-solved')}</td>
      <td>{milliseconds === null ? text('race.waiting') : formatFixed(milliseconds, 1)}</td>
    </tr>
  );
}

/** The three runs in numbers: what they are, how far they are, and what a step costs here. */
export function RaceTable({ runs }: { readonly runs: readonly Run[] }) {
  const text = useText();
  return (
    <ScrollBox label={text('race.table')} className={styles.scroll ?? ''}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('race.cell')}</th>
            <th scope="col">{text('lstm.units')}</th>
            {(['parameters', 'step', 'accuracy', 'solved', 'milliseconds'] as const).map((head) => (
              <th key={head} scope="col">
                {text(`race.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RACERS.map((racer, i) => {
            const run = runs[i];
            return run ? <Row key={racer} racer={racer} run={run} /> : null;
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

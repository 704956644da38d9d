import { useStore } from 'zustand';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { roleStyle } from '../../components/diagrams/Symbol.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { raceMessages } from '../../i18n/messages/race.ts';
import type { Run } from '../../store/run-state.ts';
import { failureMessage, sayRun } from '../../store/run-text.ts';
import { runningAccuracy, solvedAt } from './accuracy.ts';
import { LOOKS } from './looks.ts';
import styles from './race.module.css';
import { parameterCount, RACERS, type Racer } from './settings.ts';
import { useMilliseconds } from './useMilliseconds.ts';

function Row(props: { readonly racer: Racer; readonly run: Run }) {
  const { racer, run } = props;
  const text = useText(raceMessages);
  const { config, frame, curve } = useStore(run.store);
  const milliseconds = useMilliseconds(run);
  const running = runningAccuracy({ ...curve });
  const accuracy = running.length > 0 ? running.y[running.length - 1] : undefined;
  return (
    <tr style={roleStyle(LOOKS[racer].role)} data-racer={racer}>
      <th scope="row">{text(`race.cell-${racer}`)}</th>
      <td>{config.hidden}</td>
      <td>{parameterCount(racer, config.hidden)}</td>
      <td>{frame?.stats.step ?? 0}</td>
      <td>{accuracy === undefined ? '–' : formatFixed(100 * accuracy, 0)} %</td>
      <td>{solvedAt(running) ?? text('race.not-solved')}</td>
      <td>{milliseconds === null ? text('race.waiting') : formatFixed(milliseconds, 1)}</td>
    </tr>
  );
}

/** Why a run stopped, where one did. */
function Failure(props: { readonly racer: Racer; readonly run: Run }) {
  const text = useText(raceMessages);
  const { failure, goodStep } = useStore(props.run.store);
  if (!failure) return null;
  const cell = text(`race.cell-${props.racer}`);
  return (
    <p className={styles.failure} role="alert">
      {text('race.failed', { cell, reason: sayRun(text, failureMessage(failure, goodStep)) })}
    </p>
  );
}

/** The three runs in numbers: what they are, how far they are, and what a step costs here. */
export function RaceTable({ runs }: { readonly runs: readonly Run[] }) {
  const text = useText(raceMessages);
  const present = RACERS.flatMap((racer, i) => (runs[i] ? [{ racer, run: runs[i] }] : []));
  return (
    <>
      <ScrollBox label={text('race.table')} className={styles.scroll ?? ''}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text('race.cell')}</th>
              <th scope="col">{text('given.units')}</th>
              {(['parameters', 'step', 'accuracy', 'solved', 'milliseconds'] as const).map((head) => (
                <th key={head} scope="col">
                  {text(`race.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {present.map((one) => (
              <Row key={one.racer} {...one} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {present.map((one) => (
        <Failure key={one.racer} {...one} />
      ))}
    </>
  );
}

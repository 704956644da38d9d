import { formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import { roleStyle } from '../../components/diagrams/Symbol.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import { failureMessage, sayRun } from '../../store/run-text.ts';
import { WINDOW } from '../race/accuracy.ts';
import tools from '../tools/tools.module.css';
import styles from './agreement.module.css';
import { percent } from './DistanceChart.tsx';
import type { CellFlow } from './flows.ts';
import { PROBES } from './measure.ts';
import { BATCH } from './nets.ts';
import { LOOKS } from './settings.ts';
import { accuracyNow } from './training.ts';

const HEADS = ['cell', 'step', 'right', 'last', 'subject', 'ratio'] as const;

function Row({ flow, distance }: { readonly flow: CellFlow; readonly distance: number }) {
  const text = useText(agreementMessages);
  const { cell, now, state } = flow;
  const right = accuracyNow(state);
  const [last = Number.NaN, subject = Number.NaN] = [now.hidden[0], now.hidden[distance]];
  return (
    <tr style={roleStyle(LOOKS[cell].role)} data-cell={cell}>
      <th scope="row">{text(`agree.${cell}`)}</th>
      <td>{state?.step ?? 0}</td>
      <td>{right === null ? '–' : percent(right)}</td>
      <td>{formatMagnitude(last)}</td>
      <td>{formatMagnitude(subject)}</td>
      <td>{formatMagnitude(subject / last)}</td>
    </tr>
  );
}

/** The three runs in numbers, and what of the error arrives at the word that decides. */
export function FlowState({
  flows,
  distance,
}: {
  readonly flows: readonly CellFlow[];
  readonly distance: number;
}) {
  const text = useText(agreementMessages);
  const caption = text('flow.state', { distance });
  const isTrained = flows.some(({ state }) => (state?.step ?? 0) > 0);
  return (
    <>
      <ScrollBox label={caption} className={styles.scroll ?? ''}>
        <table className={styles.table} data-testid="flow">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {text(`flow.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {flows.map((flow) => (
              <Row key={flow.cell} flow={flow} distance={distance} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {flows.map(({ cell, state }) =>
        state?.failure ? (
          <p key={cell} className={styles.failure} role="alert">
            {text('flow.failed', {
              cell: text(`agree.${cell}`),
              reason: sayRun(text, failureMessage(state.failure, 0)),
            })}
          </p>
        ) : null,
      )}
      <p className={tools.note}>
        {text(isTrained ? 'flow.now' : 'flow.fresh')}{' '}
        {text('flow.note', { window: WINDOW, batch: BATCH, probes: PROBES })}
      </p>
    </>
  );
}

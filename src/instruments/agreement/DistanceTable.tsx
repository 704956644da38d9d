import { Button } from '../../components/controls/Button.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import styles from './agreement.module.css';
import { percent } from './DistanceChart.tsx';
import { CELLS } from './nets.ts';
import { type Result, resultAt } from './results.ts';

function Cell({ result }: { readonly result: Result | undefined }) {
  const text = useText(agreementMessages);
  const { state, accuracy } = result ?? {};
  if (accuracy) {
    return (
      <td>
        {percent(accuracy.same)} · {percent(accuracy.other)}
      </td>
    );
  }
  const phase = state?.phase ?? 'waiting';
  return (
    <td className={styles.pending}>
      {phase === 'failed'
        ? text('agree.failed')
        : phase === 'waiting'
          ? text('agree.waiting')
          : text('agree.running', { step: state?.step ?? 0 })}
    </td>
  );
}

/** One row a distance; pressing its number opens it. */
export function DistanceTable(props: {
  readonly results: readonly Result[];
  readonly shown: number;
  readonly onShow: (distance: number) => void;
}) {
  const text = useText(agreementMessages);
  const { results, shown, onShow } = props;
  const distances = [...new Set(results.map(({ net }) => net.distance))];
  const caption = text('agree.results');
  return (
    <ScrollBox label={caption} className={styles.scroll ?? ''}>
      <table className={styles.table} data-testid="accuracies">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text('agree.words')}</th>
            {CELLS.map((cell) => (
              <th key={cell} scope="col">
                {text(`agree.${cell}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {distances.map((distance) => (
            <tr key={distance} data-shown={distance === shown} data-distance={distance}>
              <th scope="row">
                <Button
                  label={text('agree.look', { distance })}
                  pressed={distance === shown}
                  onClick={() => onShow(distance)}
                >
                  {distance}
                </Button>
              </th>
              {CELLS.map((cell) => (
                <Cell key={cell} result={resultAt(results, cell, distance)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

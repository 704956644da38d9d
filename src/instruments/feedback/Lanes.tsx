import { useMemo } from 'react';
import { contrastText, signedColor } from '../../components/diagrams/palette.ts';
import { useSignedPalette } from '../../components/diagrams/useSignedPalette.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { feedbackMessages } from '../../i18n/messages/feedback.ts';
import { spelling } from '../../models/tasks/spell-digit.ts';
import { DRIFT_NETWORK, DRIFT_TASK, forced, free, LENGTH, rightClasses } from './drift.ts';
import styles from './feedback.module.css';
import type { DriftSettings } from './settings.ts';

/** Two decimals without the zero before the point; 1 stays 1. */
const short = (share: number): string => (share > 0.995 ? '1.0' : share.toFixed(2).replace(/^0/, ''));

/** One sequence: what is right, how probable it is when the right ones are read, and what is said when nobody helps. */
export function Lanes(props: { readonly parameters: Float64Array; readonly settings: DriftSettings }) {
  const { parameters, settings } = props;
  const { digit, way, draw } = settings;
  const text = useText(feedbackMessages);
  const palette = useSignedPalette();
  const columns = useMemo(() => {
    const probabilities = forced(parameters, digit);
    const { said } = free(parameters, [digit], way, draw);
    const symbols = spelling(digit, LENGTH);
    return rightClasses(digit).map((right, t) => ({
      t,
      symbol: symbols[t] ?? '',
      share: probabilities[t * DRIFT_NETWORK.classes + right] ?? Number.NaN,
      said: DRIFT_TASK.classes[said[t] ?? -1] ?? '',
      isRight: said[t] === right,
    }));
  }, [parameters, digit, way, draw]);
  return (
    <ScrollBox label={text('drift.lanes')} className={styles.scroll ?? ''}>
      <table className={styles.lanes} aria-label={text('drift.lanes')} data-testid="lanes">
        <tbody>
          <tr>
            <th scope="row">{text('drift.lane-step')}</th>
            {columns.map(({ t }) => (
              <th key={t} scope="col">
                {t + 1}
              </th>
            ))}
          </tr>
          <tr data-lane="right">
            <th scope="row">{text('drift.lane-right')}</th>
            {columns.map(({ t, symbol }) => (
              <td key={t} className={styles.symbol}>
                {symbol}
              </td>
            ))}
          </tr>
          <tr data-lane="forced">
            <th scope="row">{text('drift.lane-forced')}</th>
            {columns.map(({ t, share }) => {
              const fill = signedColor(share, palette);
              return (
                <td key={t} className={styles.filled} style={{ background: fill, color: contrastText(fill) }}>
                  {short(share)}
                </td>
              );
            })}
          </tr>
          <tr data-lane="free">
            <th scope="row">{text('drift.lane-free')}</th>
            {columns.map(({ t, said }) => (
              <td key={t} className={styles.symbol}>
                {said}
              </td>
            ))}
          </tr>
          <tr data-lane="mark">
            <th scope="row">{text('drift.lane-mark')}</th>
            {columns.map(({ t, isRight }) => (
              <td key={t} className={isRight ? styles.right : styles.wrong}>
                {isRight ? '✓' : '✗'}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  );
}

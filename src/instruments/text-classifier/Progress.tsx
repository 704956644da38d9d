import type { Columns } from '../../components/plots/curve.ts';
import { MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { textClassifierMessages } from '../../i18n/messages/text-classifier.ts';
import type { EmbeddingRunState } from '../../store/embedding-state.ts';
import { significant } from '../ngrams/format.ts';
import styles from './text-classifier.module.css';

export interface ProgressProps {
  readonly state: EmbeddingRunState;
}

/** Points by epoch. */
function columnsOf(
  points: readonly { readonly step: number; readonly loss: number }[],
  steps: number,
): Columns {
  return {
    x: Float64Array.from(points, ({ step }) => step / steps),
    y: Float64Array.from(points, ({ loss }) => loss),
    length: points.length,
  };
}

/** The loss on the lines that are learnt and on those held out, and how many of these come out right. */
export function Progress({ state }: ProgressProps) {
  const text = useText(textClassifierMessages);
  const locale = useLocale();
  const percent = new Intl.NumberFormat(LANGUAGE_TAG[locale], { style: 'percent', maximumFractionDigits: 1 });
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[locale]);
  const { info, frame, curve, config } = state;
  if (!info || config.method.kind !== 'classifier') return null;
  const held = frame?.heldOut ?? null;
  const points = held?.points ?? [];
  const top = Math.max(info.guessing, ...curve.map(({ loss }) => loss), ...points.map(({ loss }) => loss));
  const share =
    Math.max(...info.labelCounts) /
    Math.max(
      1,
      info.labelCounts.reduce((sum, n) => sum + n, 0),
    );
  return (
    <section className={styles.progress}>
      <MultiLineChart
        name={text('classifier.curve')}
        xLabel={text('classifier.epochs')}
        xLast={config.method.epochs}
        yDomain={[0, 1.05 * top]}
        formatY={(value) => significant(value, 3)}
        reference={{ value: info.guessing, label: text('classifier.guessing') }}
        height={190}
        series={[
          {
            id: 'learnt',
            label: text('classifier.learnt'),
            role: 'hidden',
            curve: columnsOf(curve, info.steps),
          },
          {
            id: 'held',
            label: text('classifier.held-out'),
            role: 'cell',
            dash: '6 4',
            points: true,
            curve: columnsOf(points, info.steps),
          },
        ]}
      />
      <p className={styles.readout} data-testid="held-out">
        {held
          ? text('classifier.right', {
              share: percent.format(held.right),
              of: held.of,
              step: plain.format(held.step),
              loss: significant(held.loss, 3),
            })
          : text('classifier.none-held')}
        {text('classifier.always', { label: info.labels[0] ?? '', share: percent.format(share) })}
      </p>
    </section>
  );
}

import { useMemo, useState } from 'react';
import { RunChart } from '../../components/plots/RunChart.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { word2vecMessages } from '../../i18n/messages/word2vec.ts';
import type { EmbeddingRunState } from '../../store/embedding-state.ts';
import { epochsOf } from './progress.ts';

const EMPTY = { x: new Float64Array(0), y: new Float64Array(0), length: 0 };

/** The loss over the epochs, beside what one who knows nothing would have. */
export function LossChart({ state, height = 170 }: { readonly state: EmbeddingRunState; height?: number }) {
  const text = useText(word2vecMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()], { maximumFractionDigits: 2 });
  const [cursor, setCursor] = useState<number | null>(null);
  const { curve, info } = state;
  const smooth = useMemo(
    () => ({
      x: Float64Array.from(curve, ({ step }) => step / Math.max(1, info?.steps ?? 1)),
      y: Float64Array.from(curve, ({ loss }) => loss),
      length: curve.length,
    }),
    [curve, info],
  );
  const guessing = info?.guessing ?? Number.NaN;
  return (
    <RunChart
      name={text('w2v.chart')}
      series={[
        {
          id: 'loss',
          label: text('w2v.loss-line'),
          role: 'cell',
          marker: 'circle',
          raw: null,
          smooth,
          measured: EMPTY,
        },
      ]}
      references={[{ id: 'guessing', label: text('w2v.guessing'), value: guessing }]}
      scale="linear"
      xLabel={text('w2v.epoch-axis')}
      xLast={epochsOf(state.config)}
      formatX={(epoch) => plain.format(epoch)}
      formatY={(value) => plain.format(value)}
      cursor={cursor}
      onCursor={setCursor}
      height={height}
    />
  );
}

import { type ReactNode, useMemo, useState } from 'react';
import type { Columns } from '../../components/plots/curve.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import { useFigure } from '../link/useFigure.ts';
import type { SourceText } from '../texts/useTextSource.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { significant } from './format.ts';
import { ModelBar } from './ModelBar.tsx';
import { logCurve, type Products, productsOf, zeroAt } from './products.ts';
import { PRODUCT_TABLE } from './settings.ts';
import { useModel } from './useModel.ts';

/** Factors that are multiplied at most. */
const MOST_FACTORS = 800;
/** The table has every so many of them. */
const TABLE_STEP = 10;

const LOOKS = {
  logs: { role: 'input', dash: '2 4' },
  doubles: { role: 'cell' },
  singles: { role: 'reset', dash: '7 3' },
} as const satisfies Record<string, Pick<LineSeries, 'role' | 'dash'>>;

function curveOf(logs: Float64Array): Columns {
  return { x: logs.map((_, t) => t), y: logs, length: logs.length };
}

function Chart({ products }: { readonly products: Products }) {
  const text = useText(ngramsMessages);
  const curves = {
    logs: curveOf(products.logs),
    doubles: logCurve(products.doubles),
    singles: logCurve(products.singles),
  };
  const series = (['logs', 'doubles', 'singles'] as const).map(
    (id): LineSeries => ({ id, label: text(`ngrams.product-${id}`), curve: curves[id], ...LOOKS[id] }),
  );
  const last = products.logs.at(-1) ?? -1;
  return (
    <MultiLineChart
      series={series}
      name={text('ngrams.product-chart')}
      xLabel={text('ngrams.product-axis')}
      yDomain={[Number.isFinite(last) ? Math.min(-1, last) : -400, 0]}
      formatY={(value) => significant(value, 3)}
      height={260}
    />
  );
}

function Readout({ products }: { readonly products: Products }) {
  const text = useText(ngramsMessages);
  const count = products.logs.length - 1;
  const at = (values: ArrayLike<number>) => zeroAt(values) ?? text('ngrams.product-not-yet', { count });
  return (
    <p className={tools.readout} role="status" data-testid="underflow">
      {text('ngrams.product-said', {
        singles: at(products.singles),
        doubles: at(products.doubles),
        last: significant(products.logs[count] ?? Number.NaN, 4),
        count,
      })}
    </p>
  );
}

const rowsOf = (products: Products | null): (readonly number[])[] =>
  Array.from({ length: products?.logs.length ?? 0 }, (_, t) => [
    t,
    products?.logs[t] ?? Number.NaN,
    products?.doubles[t] ?? Number.NaN,
    products?.singles[t] ?? Number.NaN,
  ]);

/** The probability of a long stretch of text as a product in floating point, and as a sum of logarithms. */
export function ProductFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(ngramsMessages);
  const figure = useFigure(PRODUCT_TABLE, id);
  const { settings, change } = figure;
  const [source, setSource] = useState<SourceText | null>(null);
  const found = useModel(source, settings);
  const products = useMemo(
    () => found && productsOf(found.model.model, found.counted.next, MOST_FACTORS),
    [found],
  );
  const heads = [
    text('ngrams.product-axis'),
    'Σ log₁₀ P',
    text('ngrams.product-doubles'),
    text('ngrams.product-singles'),
  ];
  return (
    <ToolFigure
      id={id}
      title={text('ngrams.product-title')}
      caption={caption}
      table={PRODUCT_TABLE}
      figure={figure}
      csv={() => [['factors', 'log10', 'float64', 'float32'], ...rowsOf(products)]}
      numbers={
        <NumberTable
          caption={text('ngrams.product-table')}
          heads={heads}
          rows={rowsOf(products)
            .filter(([t = 0]) => t % TABLE_STEP === 0)
            .map(([t = 0, ...values]) => ({
              id: String(t),
              cells: [t, ...values.map((value) => significant(value, 4))],
            }))}
        />
      }
    >
      <ModelBar settings={settings} change={change} onText={setSource} />
      {products ? (
        <>
          <Chart products={products} />
          <Readout products={products} />
        </>
      ) : (
        <p className={tools.waiting} role="status">
          {text('ngrams.counting')}
        </p>
      )}
    </ToolFigure>
  );
}

import { type ReactNode, useMemo } from 'react';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { formatBytes } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { countsMessages } from '../../i18n/messages/counts.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { COUNTS, type CountKind, floatBytes } from './counts.ts';
import { COUNT_TABLE, type CountSettings, MOST, VOCABULARIES } from './settings.ts';

const LOOKS = {
  recurrent: { role: 'hidden' },
  dense: { role: 'output', dash: '7 4' },
  unshared: { role: 'candidate', dash: '2 4' },
} as const;

export interface CountsFigureProps {
  readonly id: string;
  /** What the recurrent net is compared with. */
  readonly against: Exclude<CountKind, 'recurrent'>;
  readonly caption?: ReactNode;
}

const shapeOf = (settings: CountSettings, steps = settings.steps) => ({
  steps,
  hidden: settings.hidden,
  vocabulary: Number(settings.vocabulary),
});

/** The count for every T from 1 to the largest. */
function curveOf(kind: CountKind, settings: CountSettings): LineSeries['curve'] {
  const x = Float64Array.from({ length: MOST.steps }, (_, i) => i + 1);
  return { x, y: x.map((steps) => COUNTS[kind](shapeOf(settings, steps))), length: MOST.steps };
}

function Controls({ settings, change }: Pick<FigureState<CountSettings>, 'settings' | 'change'>) {
  const text = useText(countsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const plain = new Intl.NumberFormat(tag);
  return (
    <div className={tools.bar}>
      <Slider
        label={text('counts.steps')}
        value={settings.steps}
        min={1}
        max={MOST.steps}
        step={1}
        onChange={(steps) => change({ steps })}
      />
      <Slider
        label={text('counts.hidden')}
        value={settings.hidden}
        min={1}
        max={MOST.hidden}
        step={1}
        onChange={(hidden) => change({ hidden })}
      />
      <Select
        label={text('counts.vocabulary')}
        value={settings.vocabulary}
        options={VOCABULARIES.map((value) => ({ value, label: plain.format(Number(value)) }))}
        onChange={(vocabulary) => change({ vocabulary })}
      />
    </div>
  );
}

function CountTable({
  kinds,
  settings,
}: {
  readonly kinds: readonly CountKind[];
  readonly settings: CountSettings;
}) {
  const text = useText(countsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const plain = new Intl.NumberFormat(tag);
  const rows = kinds.map((kind) => {
    const count = COUNTS[kind](shapeOf(settings));
    return {
      id: kind,
      cells: [
        text(`counts.${kind}`),
        <span key="formula" className={tools.formula}>
          {text(`counts.formula-${kind}`)}
        </span>,
        <span key="count" data-testid={`count-${kind}`}>
          {plain.format(count)}
        </span>,
        formatBytes(floatBytes(count), 3, tag),
      ],
    };
  });
  const heads = (['net', 'formula', 'count', 'bytes'] as const).map((head) => text(`counts.head-${head}`));
  return (
    <NumberTable caption={text('counts.caption', { steps: settings.steps })} heads={heads} rows={rows} />
  );
}

/** Parameters of a recurrent net beside those of a net without shared weights, as T, n_a and V are moved. */
export function CountsFigure({ id, against, caption }: CountsFigureProps) {
  const text = useText(countsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const figure = useFigure(COUNT_TABLE, id);
  const { settings, change } = figure;
  const kinds: readonly CountKind[] = [against, 'recurrent'];
  const { hidden, vocabulary } = settings;
  const series = useMemo(
    () =>
      [against, 'recurrent' as const].map((kind): LineSeries => {
        const curve = curveOf(kind, { steps: 1, hidden, vocabulary });
        return { id: kind, label: text(`counts.short-${kind}`), curve, ...LOOKS[kind] };
      }),
    [against, hidden, vocabulary, text],
  );
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 3 });
  const most = COUNTS[against](shapeOf(settings, MOST.steps));
  const table = <CountTable kinds={kinds} settings={settings} />;
  const rows = Array.from({ length: MOST.steps }, (_, i) => [
    i + 1,
    ...kinds.map((kind) => COUNTS[kind](shapeOf(settings, i + 1))),
  ]);
  return (
    <ToolFigure
      id={id}
      title={text('counts.title')}
      caption={caption}
      table={COUNT_TABLE}
      figure={figure}
      csv={() => [['T', ...kinds], ...rows]}
      numbers={
        <NumberTable
          caption={text('counts.table')}
          heads={['T', ...kinds.map((kind) => text(`counts.${kind}`))]}
          rows={rows.map((row) => ({
            id: String(row[0]),
            cells: row.map((cell) => cell.toLocaleString(tag)),
          }))}
        />
      }
    >
      <Controls settings={settings} change={change} />
      {table}
      <MultiLineChart
        series={series}
        name={text('counts.chart')}
        xLabel={text('counts.steps')}
        yDomain={[0, most]}
        formatY={(value) => compact.format(value)}
        height={210}
      />
    </ToolFigure>
  );
}

import { type ReactNode, useMemo } from 'react';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { signedColor } from '../../components/diagrams/palette.ts';
import { roleSymbol } from '../../components/diagrams/symbols.ts';
import { useSignedPalette } from '../../components/diagrams/useSignedPalette.ts';
import type { CsvValue } from '../../components/interaction/csv.ts';
import { CellMatrix } from '../../components/plots/CellMatrix.tsx';
import { LogLogCurve } from '../../components/plots/LogLogCurve.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { useSettings } from '../../store/settings.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import styles from './bptt.module.css';
import {
  agreeingDigits,
  type CheckedWeight,
  checkWeight,
  differenceCurve,
  gradientOf,
  LOG_H,
  MATRICES,
  type MatrixView,
  matrixView,
  roundingError,
} from './check.ts';
import { CHECK_TABLE, type CheckSettings } from './check-settings.ts';
import { formatGradient, formatLong, formatSmall } from './numbers.ts';
import type { Reading } from './reading.ts';
import { ModelNote, ModelTrouble, ModelWaiting } from './Status.tsx';
import { TruncationBar } from './TruncationBar.tsx';
import { type ModelView, useModel } from './useModel.ts';

/** A relative difference from which a gradient is called wrong: far above what either error of a quotient leaves at its best. */
const WRONG = 1e-4;
/** Columns of a map that fit beside the curve. */
const WIDE = 8;
/** Below this a derivative of a loss near 1 is noise. */
const Y_DOMAIN = [1e-13, 10] as const;

type View = ModelView<CheckSettings>;

/** The chosen weight of a reading, its gradient map, and both ways of finding its derivative. */
export interface Check {
  readonly matrix: MatrixView;
  readonly row: number;
  readonly column: number;
  readonly index: number;
  readonly analytic: Float64Array;
  readonly h: number;
  readonly checked: CheckedWeight;
  readonly curve: readonly { readonly x: number; readonly y: number }[];
}

function useCheck(reading: Reading | null, settings: CheckSettings): Check | null {
  const { matrix: id, row, column, kind, length, logH } = settings;
  const analytic = useMemo(() => reading && gradientOf(reading, { kind, length }), [reading, kind, length]);
  const chosen = useMemo(() => {
    if (!reading) return null;
    const matrix = matrixView(reading, id);
    const [r, c] = [Math.min(row, matrix.rowIds.length) - 1, Math.min(column, matrix.columnIds.length) - 1];
    return { matrix, row: r, column: c, index: matrix.index(r, c) };
  }, [reading, id, row, column]);
  const index = chosen?.index ?? 0;
  const curve = useMemo(
    () => (reading && analytic ? differenceCurve(reading, analytic, index) : []),
    [reading, analytic, index],
  );
  return useMemo(() => {
    if (!reading || !analytic || !chosen) return null;
    const h = 10 ** logH;
    return { ...chosen, analytic, h, curve, checked: checkWeight(reading, analytic, chosen.index, h) };
  }, [reading, analytic, chosen, curve, logH]);
}

interface PartProps {
  readonly view: View;
  readonly reading: Reading;
  readonly check: Check;
}

/** a or h, as the reader writes it. */
const useStateLetter = (): string =>
  roleSymbol(
    'hidden',
    useSettings((state) => state.notation),
    'rnn',
  ).base;

/** “e” or unit 3, as a label of the map. */
function useNames({ network }: Reading) {
  const text = useText(bpttMessages);
  return (axis: MatrixView['rowAxis'], id: number, short: boolean): string => {
    if (axis === 'one') return '';
    const symbol = visibleSymbol(network.vocabulary[id] ?? '');
    if (axis === 'token') return short ? symbol.replace('⟨UNK⟩', 'UNK') : `“${symbol}”`;
    return short ? String(id + 1) : `${text('bptt.unit')} ${id + 1}`;
  };
}

/** The gradients of a whole matrix; choose the weight that is checked. */
function GradientMap({ view, reading, check }: PartProps) {
  const text = useText(bpttMessages);
  const palette = useSignedPalette();
  const nameOf = useNames(reading);
  const { settings, change } = view.figure;
  const { matrix, analytic } = check;
  const { rowIds, columnIds, rowAxis, columnAxis } = matrix;
  const values = rowIds.flatMap((_, r) => columnIds.map((__, c) => analytic[matrix.index(r, c)] ?? 0));
  const limit = Math.max(...values.map(Math.abs));
  const a = useStateLetter();
  const label = text(`numeric.${settings.matrix}`, { a });
  const unitName = text(rowAxis === 'unit' ? 'sums.from' : 'bptt.unit');
  const columnName = columnAxis === 'unit' ? unitName : text('bptt.token');
  return (
    <>
      <CellMatrix
        rows={rowIds.length}
        columns={columnIds.length}
        cell={(r, c) => {
          const value = analytic[matrix.index(r, c)] ?? Number.NaN;
          const places = [
            nameOf(rowAxis, rowIds[r] ?? 0, false),
            nameOf(columnAxis, columnIds[c] ?? 0, false),
          ];
          const place = places.filter(Boolean).join(' ← ');
          const name = text('numeric.map-cell', { place, value: formatGradient(value) });
          return { fill: signedColor(value / (limit || 1), palette), text: formatSmall(value), name };
        }}
        rowLabel={(r) => nameOf(rowAxis, rowIds[r] ?? 0, true)}
        columnLabel={(c) => nameOf(columnAxis, columnIds[c] ?? 0, true)}
        rowName={rowAxis === 'unit' ? text(columnAxis === 'unit' ? 'sums.to' : 'bptt.unit') : ''}
        columnName={columnName}
        name={text('numeric.map', { matrix: label })}
        selected={{ row: check.row, column: check.column }}
        onSelect={(r, c) => change({ row: r + 1, column: c + 1 })}
      />
      <p className={styles.note}>
        {text('numeric.map-note', { limit: formatGradient(limit) })}{' '}
        {matrix.id === 'input' ? text('numeric.map-silent') : ''}
      </p>
    </>
  );
}

/** Both derivatives with all their digits, and how far they agree. */
function Numbers({ check }: { readonly check: Check }) {
  const text = useText(bpttMessages);
  const { checked } = check;
  const rows = [
    ['value', formatLong(checked.value)],
    ['above', formatFixed(checked.above, 14)],
    ['below', formatFixed(checked.below, 14)],
    ['numeric', formatLong(checked.numeric)],
    ['analytic', formatLong(checked.analytic)],
    ['relative', checked.relative === 0 ? '0' : formatGradient(checked.relative)],
  ] as const;
  return (
    <dl className={styles.facts}>
      {rows.map(([id, value]) => (
        <div key={id} data-strong={id === 'analytic' || id === 'numeric'}>
          <dt>{text(`numeric.${id}`)}</dt>
          <dd data-testid={`check-${id}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The verdict in words. */
function Verdict({ view, check }: { readonly view: View; readonly check: Check }) {
  const text = useText(bpttMessages);
  const { analytic, numeric, relative } = check.checked;
  const best = Math.min(...check.curve.map(({ y }) => y));
  const isTruncated = view.figure.settings.kind !== 'none';
  if (analytic === 0 && numeric === 0) return <p className={styles.said}>{text('numeric.zero')}</p>;
  if (isTruncated && best > WRONG) {
    const percent = `${formatFixed(100 * best, best < 0.1 ? 2 : 0)} %`;
    return (
      <p className={styles.wrong} role="status">
        {text('numeric.wrong', { percent })}
      </p>
    );
  }
  return (
    <p className={styles.said} role="status">
      {text('numeric.digits', { digits: agreeingDigits(relative) })}
      {isTruncated ? ` ${text('numeric.agrees')}` : ''}
    </p>
  );
}

/** Relative difference over all step sizes, with what theory says about either end. */
function Curve({ reading, check }: { readonly reading: Reading; readonly check: Check }) {
  const text = useText(bpttMessages);
  const { curve, checked, h } = check;
  const loss = reading.through.losses.reduce((sum, one) => sum + one, 0);
  const xDomain = [10 ** LOG_H.low, 10 ** LOG_H.high] as const;
  const rounded = (x: number) => ({ x, y: roundingError(loss, checked.numeric, x) });
  // The quadratic law, through the measured point at h = 10⁻¹·⁵.
  const anchor = curve.find(({ x }) => x <= 10 ** -1.5 * 1.001);
  const curved = (x: number) => ({ x, y: (anchor?.y ?? Number.NaN) * (x / (anchor?.x ?? 1)) ** 2 });
  const lowest = (anchor?.x ?? 1) * Math.sqrt(Y_DOMAIN[0] / (anchor?.y || 1));
  const guides = [
    {
      id: 'curved',
      label: text('numeric.curved'),
      from: curved(xDomain[1]),
      to: curved(Math.max(xDomain[0], lowest)),
    },
    { id: 'rounded', label: text('numeric.rounded'), from: rounded(xDomain[0]), to: rounded(xDomain[1]) },
  ];
  const hasGuides = checked.numeric !== 0 && (anchor?.y ?? 0) > 0 && (anchor?.y ?? 1) < 0.5;
  return (
    <div className={styles.panel}>
      <p className={styles.subtitle}>{text('numeric.curve')}</p>
      <LogLogCurve
        points={curve.filter(({ y }) => y > 0)}
        at={{ x: h, y: checked.relative }}
        guides={hasGuides ? guides : []}
        xDomain={xDomain}
        yDomain={Y_DOMAIN}
        xLabel={text('numeric.x')}
        yLabel={text('numeric.y')}
        name={text('numeric.curve')}
      />
    </div>
  );
}

function Controls({ view, reading }: { readonly view: View; readonly reading: Reading }) {
  const text = useText(bpttMessages);
  const a = useStateLetter();
  const { settings, change } = view.figure;
  return (
    <>
      <div className={styles.bar}>
        <Select
          label={text('numeric.matrix')}
          value={settings.matrix}
          options={MATRICES.map((value) => ({ value, label: text(`numeric.${value}`, { a }) }))}
          onChange={(matrix) => change({ matrix, row: 1, column: 1 })}
        />
        <Slider
          label={text('numeric.h')}
          value={settings.logH}
          min={LOG_H.low}
          max={LOG_H.high}
          step={LOG_H.step}
          format={(power) => formatGradient(10 ** power)}
          onChange={(logH) => change({ logH })}
        />
      </div>
      <TruncationBar truncation={settings} steps={reading.through.losses.length} onChange={change} />
    </>
  );
}

function Body(props: PartProps) {
  const { view, reading, check } = props;
  const isWide = check.matrix.columnIds.length > WIDE;
  return (
    <div className={styles.body}>
      <Controls view={view} reading={reading} />
      {isWide ? <GradientMap {...props} /> : null}
      <div className={styles.parts}>
        <div className={styles.panel}>
          {isWide ? null : <GradientMap {...props} />}
          <Numbers check={check} />
          <Verdict view={view} check={check} />
        </div>
        <Curve reading={reading} check={check} />
      </div>
    </div>
  );
}

function rowsOf({ checked, h, curve }: Check): readonly (readonly CsvValue[])[] {
  const { value, above, below, numeric, analytic, relative } = checked;
  return [
    ['h', 'weight', 'L(w+h)', 'L(w-h)', 'numeric', 'analytic', 'relative'],
    [h, value, above, below, numeric, analytic, relative],
    ['h', 'relative'],
    ...curve.map(({ x, y }) => [x, y]),
  ];
}

function CheckTable({ check }: { readonly check: Check }) {
  const text = useText(bpttMessages);
  return (
    <NumberTable
      caption={text('numeric.table')}
      heads={[text('numeric.h'), text('numeric.relative')]}
      rows={check.curve.map(({ x, y }) => ({ id: String(x), cells: [formatGradient(x), formatGradient(y)] }))}
    />
  );
}

/** The backward pass beside finite differences, for any weight of a really trained RNN, full or truncated. */
export function CheckFigure(props: {
  /** Names the figure in links. */
  readonly id: string;
  readonly title: ReactNode;
  readonly caption?: ReactNode;
  /** A lesson's own part; it may watch the running model. */
  readonly children?: (check: Check, settings: CheckSettings) => ReactNode;
}) {
  const view = useModel(useFigure(CHECK_TABLE, props.id));
  const { reading, figure } = view;
  const check = useCheck(reading, figure.settings);
  return (
    <ToolFigure
      id={props.id}
      title={props.title}
      caption={props.caption}
      table={CHECK_TABLE}
      figure={figure}
      csv={() => (check ? rowsOf(check) : [])}
      numbers={check ? <CheckTable check={check} /> : null}
    >
      <ModelTrouble model={view} />
      {reading && check ? (
        <Body view={view} reading={reading} check={check} />
      ) : (
        <ModelWaiting model={view} />
      )}
      {check ? props.children?.(check, figure.settings) : null}
      <ModelNote model={view} />
    </ToolFigure>
  );
}

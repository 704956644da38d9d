import type { ReactNode } from 'react';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { signedColor } from '../../components/diagrams/palette.ts';
import { roleSymbol } from '../../components/diagrams/symbols.ts';
import { useSignedPalette } from '../../components/diagrams/useSignedPalette.ts';
import type { CsvValue } from '../../components/interaction/csv.ts';
import { CellMatrix } from '../../components/plots/CellMatrix.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { useSettings } from '../../store/settings.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import styles from './bptt.module.css';
import { CheckCurve } from './CheckCurve.tsx';
import { agreeingDigits, LOG_H, MATRICES, type MatrixView } from './check.ts';
import { CHECK_TABLE, type CheckSettings } from './check-settings.ts';
import { formatGradient, formatLong, formatSmall } from './numbers.ts';
import type { Reading } from './reading.ts';
import { ModelNote, ModelTrouble, ModelWaiting } from './Status.tsx';
import { TruncationBar } from './TruncationBar.tsx';
import { type Check, useCheck } from './useCheck.ts';
import { type ModelView, useModel } from './useModel.ts';

/** A relative difference from which a gradient is called wrong: far above what either error of a quotient leaves at its best. */
const WRONG = 1e-4;
/** Columns of a map that fit beside the curve. */
const WIDE = 8;
type View = ModelView<CheckSettings>;

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
        <CheckCurve reading={reading} check={check} />
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

import { type ReactNode, useMemo } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { signedColor } from '../../components/diagrams/palette.ts';
import { useSignedPalette } from '../../components/diagrams/useSignedPalette.ts';
import { CellMatrix } from '../../components/plots/CellMatrix.tsx';
import { StepBars } from '../../components/plots/StepBars.tsx';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { reachNorm } from '../../models/language/through-time.ts';
import { useFigure } from '../link/useFigure.ts';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import styles from './bptt.module.css';
import { formatGradient, formatSmall } from './numbers.ts';
import type { Reading } from './reading.ts';
import { ModelNote, ModelTrouble, ModelWaiting } from './Status.tsx';
import { SumsTable, sumsRows } from './SumsTable.tsx';
import { entrySums, normSums, onScale, reachScale, recurrentOf, type Sums, sumUp } from './sums.ts';
import { SUMS_TABLE, type SumsSettings } from './sums-settings.ts';
import { TruncationBar } from './TruncationBar.tsx';
import { type ModelView, useModel } from './useModel.ts';

type View = ModelView<SumsSettings>;

interface PartProps {
  readonly view: View;
  readonly reading: Reading;
  readonly sums: Sums;
}

const clampTo = (value: number, most: number): number => Math.max(0, Math.min(most, value) - 1);

/** T × T: how strongly each loss is felt at each step; what the truncation cuts off is hatched. */
function Triangle({ view, reading, sums }: PartProps) {
  const text = useText(bpttMessages);
  const palette = useSignedPalette();
  const { through } = reading;
  const steps = through.losses.length;
  const { settings, change } = view.figure;
  const scale = useMemo(() => reachScale(reading), [reading]);
  const cell = (i: number, j: number) => {
    if (j > i) return null;
    const norm = reachNorm(through, i, j);
    const cut = !sums.kept(i, j);
    const name = text('sums.triangle-cell', { i: i + 1, j: j + 1, value: formatGradient(norm) });
    return {
      fill: signedColor(onScale(norm, scale), palette),
      text: formatSmall(norm),
      name: cut ? `${name}, ${text('sums.cut')}` : name,
      cut,
    };
  };
  const selected = { row: clampTo(settings.i, steps), column: clampTo(settings.j, steps) };
  const readout = cell(selected.row, selected.column)?.name;
  return (
    <>
      <p className={styles.subtitle}>{text('sums.triangle')}</p>
      <CellMatrix
        rows={steps}
        columns={steps}
        cell={cell}
        rowLabel={(i) => `i=${i + 1}`}
        columnLabel={(j) => `j=${j + 1}`}
        rowName={text('sums.row')}
        columnName={text('sums.column')}
        name={text('sums.triangle')}
        selected={selected}
        onSelect={(row, column) => change({ i: row + 1, j: column + 1 })}
      />
      <p className={styles.note}>
        <span data-testid="sums-readout">{readout ?? '–'}</span> ·{' '}
        {text('sums.color', { low: formatGradient(scale.low), high: formatGradient(scale.high) })}
      </p>
    </>
  );
}

/** The bars: what the use of W_aa at each step adds, in length or for one weight. */
function Contributions({ view, reading, sums }: PartProps) {
  const text = useText(bpttMessages);
  const { settings, change } = view.figure;
  const steps = reading.through.losses.length;
  const { hidden } = reading.network.shape;
  const [from, to] = [clampTo(settings.from, hidden), clampTo(settings.to, hidden)];
  const index = from * hidden + to;
  const bars = settings.show === 'norm' ? normSums(sums, steps) : entrySums(sums, steps, index);
  const [full, part] = [recurrentOf(reading, sums.full), recurrentOf(reading, sums.truncated)];
  const said =
    settings.show === 'norm'
      ? text('sums.total-norm', {
          full: formatGradient(Math.hypot(...full)),
          part: formatGradient(Math.hypot(...part)),
        })
      : text('sums.total-cut', {
          sum: formatGradient(bars.running[0] ?? 0),
          part: formatGradient(part[index] ?? Number.NaN),
          full: formatGradient(full[index] ?? Number.NaN),
        });
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.subtitle}>{text('sums.bars')}</span>
        <SegmentedControl
          label={text('sums.show')}
          value={settings.show}
          options={(['norm', 'entry'] as const).map((value) => ({ value, label: text(`sums.${value}`) }))}
          onChange={(show) => change({ show })}
        />
      </div>
      <StepBars
        part={bars.part}
        full={bars.full}
        running={bars.running}
        format={formatSmall}
        partName={text('sums.part')}
        runningName={text('sums.running')}
        name={text('sums.bars')}
        selected={clampTo(settings.j, steps)}
      />
      <p className={styles.said} data-testid="sums-total">
        {said}
      </p>
    </>
  );
}

/** ∂L/∂W_aa, entry by entry: choose the one whose bars are shown. */
function WeightChoice({ view, reading, sums }: PartProps) {
  const text = useText(bpttMessages);
  const palette = useSignedPalette();
  const { settings, change } = view.figure;
  const { hidden } = reading.network.shape;
  const gradient = recurrentOf(reading, sums.truncated);
  const limit = Math.max(...Array.from(gradient, Math.abs));
  return (
    <div className={styles.panel}>
      <p className={styles.subtitle}>{text('sums.weight')}</p>
      <CellMatrix
        rows={hidden}
        columns={hidden}
        cell={(to, from) => {
          const value = gradient[from * hidden + to] ?? Number.NaN;
          const name = text('sums.weight-cell', {
            from: from + 1,
            to: to + 1,
            value: formatGradient(value),
          });
          return { fill: signedColor(value / (limit || 1), palette), text: formatSmall(value), name };
        }}
        rowLabel={(to) => String(to + 1)}
        columnLabel={(from) => String(from + 1)}
        rowName={text('sums.to')}
        columnName={text('sums.from')}
        name={text('sums.weight')}
        selected={{ row: clampTo(settings.to, hidden), column: clampTo(settings.from, hidden) }}
        onSelect={(to, from) => change({ to: to + 1, from: from + 1, show: 'entry' })}
      />
    </div>
  );
}

/** The truncated gradient of all weights beside the full one: length and direction. */
function Comparison({ reading, sums }: PartProps) {
  const text = useText(bpttMessages);
  const { difference, terms } = sums;
  const rows = [
    ['full-norm', formatGradient(difference.fullNorm)],
    ['part-norm', formatGradient(difference.partNorm)],
    ['cosine', formatFixed(difference.cosine, 4)],
    ['difference', `${formatFixed(100 * difference.relative, 1)} %`],
    ['terms', text('sums.terms-value', { ...terms })],
  ] as const;
  return (
    <div className={styles.panel}>
      <p className={styles.subtitle}>{text('sums.compare', { count: reading.network.parameters.length })}</p>
      <dl className={styles.facts}>
        {rows.map(([id, value]) => (
          <div key={id}>
            <dt>{text(`sums.${id}`)}</dt>
            <dd data-testid={`sums-${id}`}>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Body(props: {
  readonly view: View;
  readonly reading: Reading;
  readonly children?: ((reading: Reading, settings: SumsSettings) => ReactNode) | undefined;
}) {
  const { view, reading } = props;
  const { settings, change } = view.figure;
  const { kind, length } = settings;
  const sums = useMemo(() => sumUp(reading, { kind, length }), [reading, kind, length]);
  const parts = { view, reading, sums };
  return (
    <div className={styles.body}>
      <TruncationBar truncation={{ kind, length }} steps={reading.through.losses.length} onChange={change} />
      <Triangle {...parts} />
      <Contributions {...parts} />
      <div className={styles.parts}>
        <Comparison {...parts} />
        <WeightChoice {...parts} />
      </div>
      {props.children?.(reading, settings)}
    </div>
  );
}

/** Every step's contribution to ∂L/∂W_aa, every loss's reach, and what a truncation does to both. */
export function SumsFigure(props: {
  /** Names the figure in links. */
  readonly id: string;
  readonly title: ReactNode;
  readonly caption?: ReactNode;
  /** A lesson's own part; it may watch the running model. */
  readonly children?: (reading: Reading, settings: SumsSettings) => ReactNode;
}) {
  const view = useModel(useFigure(SUMS_TABLE, props.id));
  const { reading, figure } = view;
  const { settings } = figure;
  return (
    <ToolFigure
      id={props.id}
      title={props.title}
      caption={props.caption}
      table={SUMS_TABLE}
      figure={figure}
      csv={() => (reading ? sumsRows(reading, settings) : [])}
      numbers={reading ? <SumsTable reading={reading} settings={settings} /> : null}
    >
      <ModelTrouble model={view} />
      {reading ? (
        <Body view={view} reading={reading}>
          {props.children}
        </Body>
      ) : (
        <ModelWaiting model={view} />
      )}
      <ModelNote model={view} />
    </ToolFigure>
  );
}

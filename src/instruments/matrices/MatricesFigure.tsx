import { type ReactNode, useMemo } from 'react';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatExact, formatFixed } from '../../components/diagrams/formatNumber.ts';
import { StackedMatrices } from '../../components/diagrams/StackedMatrices.tsx';
import type { MatrixPlace } from '../../components/diagrams/stackedBlocks.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { rnnMessages } from '../../i18n/messages/rnn.ts';
import { viewNextSymbol } from '../../models/language/next-symbol.ts';
import { useFigure } from '../link/useFigure.ts';
import type { Published } from '../live/published.ts';
import { usePublished } from '../live/usePublished.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import type { Shown } from '../unrolled/useUnrolled.ts';
import type { UnrolledView } from '../unrolled/view.ts';
import { BothWaysTable } from './BothWaysTable.tsx';
import { MATRIX_TABLE, type MatrixSettings } from './settings.ts';
import { bothWays, type StackedStep, shownColumns, stackedStep } from './stacked.ts';
import { matrixTitles } from './titles.ts';

interface Reading {
  readonly step: StackedStep;
  readonly t: number;
  /** Number of each written-out input column, and its token. */
  readonly ids: readonly number[];
  readonly tokens: readonly string[];
  readonly place: MatrixPlace;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));

/** The running network's step on show; null while nothing runs. */
function useReading(shown: Shown | null, settings: MatrixSettings): Reading | null {
  const { at, row, column } = settings;
  return useMemo(() => {
    const trace = shown?.probe.layers[0]?.trace;
    const cell = shown && viewNextSymbol(shown.shape, shown.parameters).layers[0];
    if (!shown || !trace || !cell || trace.spec.kind !== 'rnn') return null;
    const t = clamp(at - 1, trace.size.steps - 1);
    const step = stackedStep(trace, cell, t);
    const ids = shownColumns(
      shown.probe.tokens.map(({ id }) => id),
      step.id,
    );
    const tokens = ids.map((id) => visibleSymbol(shown.vocabulary[id] ?? String(id)));
    const place = {
      row: clamp(row - 1, step.hidden - 1),
      column: clamp(column - 1, step.hidden + ids.length - 1),
    };
    return { step, t, ids, tokens, place };
  }, [shown, at, row, column]);
}

/** True column of W_a, counted from 0, of a drawn one. */
const trueColumn = ({ step, ids }: Reading, column: number): number =>
  column < step.hidden ? column : step.hidden + (ids[column - step.hidden] ?? 0);

const weightAt = (reading: Reading, { row, column }: MatrixPlace): number => {
  const { weights, operand } = reading.step;
  return weights[row * operand.length + trueColumn(reading, column)] ?? Number.NaN;
};

/** Where an entry stands in both matrices, in words: counted from 1, as mathematics does. */
function useEntryName(reading: Reading | null, letter: string) {
  const text = useText(rnnMessages);
  return (place: MatrixPlace): string => {
    if (!reading) return '';
    const { step, tokens } = reading;
    const column = trueColumn(reading, place.column);
    const old = place.column < step.hidden;
    const values = {
      letter,
      row: place.row + 1,
      own: old ? column + 1 : column - step.hidden + 1,
      joined: column + 1,
      token: tokens[place.column - step.hidden] ?? '',
      weight: formatFixed(weightAt(reading, place), 4),
      operand: formatFixed(step.operand[column] ?? Number.NaN, old ? 4 : 0),
      product: formatFixed(weightAt(reading, place) * (step.operand[column] ?? Number.NaN), 4),
    };
    return text(old ? 'matrices.entry-hidden' : 'matrices.entry-input', values);
  };
}

const HEADS = [
  'unit',
  'recurrent',
  'input',
  'bias',
  'separate',
  'joined',
  'stacked',
  'difference',
  'own',
  'a',
];

function rowsOf({ step }: Reading): readonly (readonly number[])[] {
  return Array.from({ length: step.hidden }, (_, unit) => {
    const ways = bothWays(step, unit);
    const { recurrent, input, bias, separate, joined, stacked, own } = ways;
    const difference = stacked - separate;
    return [
      unit + 1,
      recurrent,
      input,
      bias,
      separate,
      joined,
      stacked,
      difference,
      own,
      step.value[unit] ?? 0,
    ];
  });
}

function Drawing(props: {
  readonly reading: Reading;
  readonly view: UnrolledView;
  readonly onSelect: (place: MatrixPlace) => void;
}) {
  const { reading, view } = props;
  const text = useText(rnnMessages);
  const { step, tokens, place, t } = reading;
  const letter = letterOf(view);
  const entry = useEntryName(reading, letter);
  const name = text('matrices.name', { letter });
  return (
    <>
      <ScrollBox label={name} className={tools.scroller ?? ''}>
        <StackedMatrices
          hidden={step.hidden}
          tokens={tokens}
          omitted={step.inputs - tokens.length}
          weight={(at) => weightAt(reading, at)}
          bias={(row) => step.bias[row] ?? Number.NaN}
          operand={(column) => step.operand[trueColumn(reading, column)] ?? Number.NaN}
          titles={matrixTitles(letter, t + 1, step)}
          name={name}
          cellName={entry}
          selected={place}
          onSelect={props.onSelect}
        />
      </ScrollBox>
      <p className={tools.note}>{text('matrices.omitted', { count: step.inputs - tokens.length })}</p>
      <p className={tools.readout} aria-live="polite" data-testid="matrix-entry">
        {entry(place)}
      </p>
      <BothWaysTable step={step} unit={place.row} letter={letter} activation={view.figure.settings.cell} />
    </>
  );
}

/** What the reader's notation calls the hidden state. */
const letterOf = (view: UnrolledView | null): string => (view?.notation === 'textbook' ? 'h' : 'a');

/** The running network's W_aa and W_ax, side by side and as one matrix, with the current step's product computed in both ways. */
export function MatricesFigure(props: {
  /** Names the figure in links. */
  readonly id: string;
  readonly live: Published<UnrolledView>;
  readonly caption?: ReactNode;
}) {
  const text = useText(rnnMessages);
  const view = usePublished(props.live);
  const figure = useFigure(MATRIX_TABLE, props.id);
  const { settings, change } = figure;
  const reading = useReading(view?.shown ?? null, settings);
  const rows = reading ? rowsOf(reading) : [];
  const letter = letterOf(view);
  const steps = view?.shown?.probe.tokens.length ?? 1;
  const token = view?.shown?.probe.tokens[reading?.t ?? 0]?.text ?? '';
  return (
    <ToolFigure
      id={props.id}
      title={text('matrices.title')}
      caption={props.caption}
      table={MATRIX_TABLE}
      figure={figure}
      csv={() => [HEADS, ...rows]}
      numbers={
        <NumberTable
          caption={text('matrices.table')}
          heads={HEADS.map((head) => text(`matrices.head-${head}` as 'matrices.head-unit', { letter }))}
          rows={rows.map((row) => ({
            id: String(row[0]),
            cells: row.map((cell, i) => (i === 0 ? cell : formatExact(cell).replaceAll('-', '−'))),
          }))}
        />
      }
    >
      {view && reading ? (
        <>
          <div className={tools.bar}>
            <Slider
              label={text('matrices.step')}
              value={reading.t + 1}
              min={1}
              max={steps}
              step={1}
              format={(t) => `t=${t} “${visibleSymbol(token)}”`}
              onChange={(at) => change({ at })}
            />
            <span className={tools.note}>
              {text('matrices.trained', { step: view.state.frame?.stats.step ?? 0 })}
            </span>
          </div>
          <Drawing
            reading={reading}
            view={view}
            onSelect={({ row, column }) => change({ row: row + 1, column: column + 1 })}
          />
        </>
      ) : (
        <p className={tools.waiting} role="status">
          {text(view?.shown ? 'matrices.other-cell' : 'matrices.waiting')}
        </p>
      )}
    </ToolFigure>
  );
}

import { type ReactNode, useMemo, useState } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { useSignedPalette } from '../../components/diagrams/useSignedPalette.ts';
import { CellMatrix } from '../../components/plots/CellMatrix.tsx';
import { powerText } from '../../components/plots/decades.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import { estimateTextWidth, fitText } from '../../layout/textWidth.ts';
import { useFigure } from '../link/useFigure.ts';
import type { SourceText } from '../texts/useTextSource.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { cellFill, cellText } from './cell-look.ts';
import { type CellGrid, cellGrid, tableSize } from './cells.ts';
import type { CountedText } from './count-text.ts';
import { powers, significant } from './format.ts';
import { ModelBar } from './ModelBar.tsx';
import { SentenceField } from './SentenceField.tsx';
import { CELLS_TABLE, type CellsSettings } from './settings.ts';
import { useModel } from './useModel.ts';

const FONT = 12;
const LEAST_COLUMN = 52;
const MOST_LABEL = 190;

interface GridProps {
  readonly grid: CellGrid;
  readonly settings: CellsSettings;
  readonly change: (part: Partial<CellsSettings>) => void;
}

const shownName = (name: string): string => name.split(' ').map(visibleSymbol).join(' ');

/** Which cell is selected, within the grid. */
function selectedIn({ contexts, tokens }: CellGrid, { row, column }: CellsSettings) {
  return { row: Math.min(row, contexts.length) - 1, column: Math.min(column, tokens.length) - 1 };
}

function useSayCell({ grid, settings }: Pick<GridProps, 'grid' | 'settings'>) {
  const text = useText(ngramsMessages);
  const nothing = text('ngrams.nothing');
  return (row: number, column: number) => {
    const at = row * grid.tokens.length + column;
    const p = grid.probabilities[at] ?? Number.NaN;
    return text('ngrams.cell-name', {
      token: shownName(grid.tokenNames[column] ?? ''),
      context: settings.order === 1 ? nothing : shownName(grid.contextNames[row] ?? ''),
      count: grid.counts[at] ?? 0,
      total: grid.totals[row] ?? 0,
      p: Number.isNaN(p) ? text('ngrams.cells-undefined') : significant(p, 3),
    });
  };
}

function Matrix({ grid, settings, change }: GridProps) {
  const text = useText(ngramsMessages);
  const palette = useSignedPalette();
  const sayCell = useSayCell({ grid, settings });
  const columns = grid.tokens.length;
  const widest = (names: readonly string[]) =>
    Math.max(0, ...names.map((name) => estimateTextWidth(shownName(name), FONT)));
  const labelWidth = Math.min(MOST_LABEL, Math.max(60, widest(grid.contextNames) + 16));
  const contexts = grid.contextNames.map((name) => fitText(shownName(name), FONT, labelWidth - 14));
  return (
    <CellMatrix
      rows={grid.contexts.length}
      columns={columns}
      labelWidth={labelWidth}
      columnWidth={Math.max(LEAST_COLUMN, widest(grid.tokenNames) + 10)}
      cell={(row, column) => {
        const at = row * columns + column;
        const [count, p] = [grid.counts[at] ?? 0, grid.probabilities[at] ?? Number.NaN];
        return {
          fill: cellFill(settings.show, count, p, palette),
          text: cellText(settings.show, count, p),
          name: sayCell(row, column),
          marked: grid.visited[at] ?? false,
        };
      }}
      rowLabel={(row) => contexts[row] || '–'}
      columnLabel={(column) => shownName(grid.tokenNames[column] ?? '')}
      rowName={settings.order === 1 ? '' : text('ngrams.cells-rows')}
      columnName={text('ngrams.cells-columns')}
      name={text('ngrams.cells-name')}
      selected={selectedIn(grid, settings)}
      onSelect={(row, column) => change({ row: row + 1, column: column + 1 })}
    />
  );
}

/** The selected cell in words, and how empty the table is. */
function Readout({ grid, settings, counted }: Omit<GridProps, 'change'> & { readonly counted: CountedText }) {
  const text = useText(ngramsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const sayCell = useSayCell({ grid, settings });
  const { row, column } = selectedIn(grid, settings);
  const { all, full } = tableSize(counted, settings.order);
  const n = settings.order;
  return (
    <>
      <p className={tools.readout} role="status" data-testid="cell">
        {sayCell(row, column)}{' '}
        {text('ngrams.cells-others', { others: significant(grid.others[row] ?? Number.NaN, 3) })}
      </p>
      <p className={tools.note} data-testid="table-size">
        {text('ngrams.cells-marked')}{' '}
        {text('ngrams.cells-here', {
          all: grid.counts.length,
          empty: grid.counts.filter((count) => count === 0).length,
        })}{' '}
        {text('ngrams.cells-size', {
          n,
          vocabulary: plain.format(counted.counts.vocabulary),
          power: n === 1 ? '' : powerText(n).slice(2),
          all: all < 1e6 ? plain.format(all) : powers(all, 2),
          full: plain.format(full),
          share: `${significant((100 * full) / all, 2)}\u00a0%`,
          tokens: plain.format(counted.counts.tokens),
        })}
      </p>
    </>
  );
}

/** Context, then a count and a probability for every token. */
function rowsOf(grid: CellGrid, show: CellsSettings['show']): (readonly (string | number)[])[] {
  const values = show === 'counts' ? grid.counts : grid.probabilities;
  return grid.contexts.map((_, row) => [
    grid.contextNames[row] ?? '',
    ...values.subarray(row * grid.tokens.length, (row + 1) * grid.tokens.length),
    (show === 'counts' ? grid.totals[row] : grid.others[row]) ?? 0,
  ]);
}

function Numbers({ grid, show }: { readonly grid: CellGrid; readonly show: CellsSettings['show'] }) {
  const text = useText(ngramsMessages);
  return (
    <NumberTable
      caption={text('ngrams.cells-name')}
      heads={[
        text('ngrams.cells-rows'),
        ...grid.tokenNames.map(shownName),
        show === 'counts' ? 'c(h ·)' : '1 − Σ P',
      ]}
      rows={rowsOf(grid, show).map((cells, i) => ({ id: String(i), cells: cells.map(String) }))}
    />
  );
}

/** The cells of the table of n-grams that a sentence goes through: counts, and the probabilities made of them. */
export function CellsFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(ngramsMessages);
  const figure = useFigure(CELLS_TABLE, id);
  const { settings, change } = figure;
  const [source, setSource] = useState<SourceText | null>(null);
  const found = useModel(source, settings);
  const grid = useMemo(
    () => found && cellGrid(found.counted, found.model, settings.sentence),
    [found, settings.sentence],
  );
  return (
    <ToolFigure
      id={id}
      title={text('ngrams.cells-title')}
      caption={caption}
      table={CELLS_TABLE}
      figure={figure}
      csv={() =>
        grid ? [['context', ...grid.tokenNames, 'rest'], ...rowsOf(grid, settings.show)] : [['context']]
      }
      numbers={grid && <Numbers grid={grid} show={settings.show} />}
    >
      <SentenceField
        sentence={settings.sentence}
        onSentence={(sentence) => change({ sentence })}
        counted={found?.counted ?? null}
        model={found?.model ?? null}
      />
      <ModelBar settings={settings} change={change} onText={setSource} />
      <div className={tools.bar}>
        <SegmentedControl
          label={text('ngrams.show')}
          value={settings.show}
          options={(['counts', 'probabilities'] as const).map((value) => ({
            value,
            label: text(`ngrams.show-${value}`),
          }))}
          onChange={(show) => change({ show })}
        />
      </div>
      {found && grid ? (
        <>
          <Matrix grid={grid} settings={settings} change={change} />
          <Readout grid={grid} settings={settings} counted={found.counted} />
        </>
      ) : (
        <p className={tools.waiting} role="status">
          {text('ngrams.counting')}
        </p>
      )}
    </ToolFigure>
  );
}

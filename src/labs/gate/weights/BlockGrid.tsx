import { formatFixed, formatMagnitude } from '../../../components/diagrams/formatNumber.ts';
import { signedColor } from '../../../components/diagrams/palette.ts';
import { useSignedPalette } from '../../../components/diagrams/useSignedPalette.ts';
import { CellMatrix } from '../../../components/plots/CellMatrix.tsx';
import { Heatmap } from '../../../components/plots/Heatmap.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import styles from '../lab.module.css';
import type { LabView } from '../view.ts';
import { type Block, indexAt } from './blocks.ts';
import type { ChosenBlock } from './useBlock.ts';

/** Cells that are drawn one by one; a larger block is a picture, in which the pointer chooses. */
const MOST_CELLS = 1600;

/** Whether a block has too many numbers to stand one by one. */
export const isPicture = ({ rows, columns }: Block): boolean => rows * columns > MOST_CELLS;

/** A number in a narrow cell. */
const short = (value: number): string => (Math.abs(value) < 10 ? formatFixed(value) : formatMagnitude(value));

/** One block of parameters, or of their gradients, as a matrix. */
export function BlockGrid({ view, chosen }: { readonly view: LabView; readonly chosen: ChosenBlock }) {
  const text = useText(gateLabPanelMessages);
  const palette = useSignedPalette();
  const { block, place, shows, choose, rowName, columnName } = chosen;
  const { rows, columns } = block;
  const numbers = shows === 'values' ? view.lab.model.parameters : view.computed.gradients.parameters;
  const valueAt = (row: number, column: number) => numbers[indexAt(block, { row, column })] ?? Number.NaN;
  const name = text('gate.block.name', { part: chosen.name, rows, columns });
  const onSelect = (row: number, column: number) => choose({ place: { row, column } });
  let limit = shows === 'values' ? 1 : 0;
  if (shows === 'gradients') {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        limit = Math.max(limit, Math.abs(valueAt(row, column)));
  }
  if (isPicture(block)) {
    return (
      <Heatmap
        rows={rows}
        columns={columns}
        value={valueAt}
        limit={limit}
        selected={place}
        name={name}
        rowLabel={rowName}
        columnLabel={columnName}
        onPick={onSelect}
      />
    );
  }
  const cell = (row: number, column: number) => {
    const value = valueAt(row, column);
    const shown = shows === 'values' ? short(value) : formatMagnitude(value);
    return {
      fill: signedColor(limit > 0 ? value / limit : 0, palette),
      text: shown,
      name: text('gate.block.cell', { row: rowName(row), column: columnName(column), value: shown }),
    };
  };
  return (
    <div className={styles.matrix}>
      <CellMatrix
        rows={rows}
        columns={columns}
        cell={cell}
        rowLabel={rowName}
        columnLabel={columnName}
        rowName={text('gate.block.rows')}
        columnName={text(block.gate === null ? 'gate.block.classes' : 'gate.block.columns')}
        name={name}
        selected={place}
        onSelect={onSelect}
      />
    </div>
  );
}

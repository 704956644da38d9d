import { formatPower } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import type { CellFlow } from './flows.ts';

const columnsOf = (flows: readonly CellFlow[]) =>
  flows.flatMap(({ cell, before, now }) => [
    { id: `${cell} before`, cell, isBefore: true, norms: before.hidden },
    { id: cell, cell, isBefore: false, norms: now.hidden },
  ]);

/** The chart as rows of a CSV file. */
export function flowRows(flows: readonly CellFlow[]): readonly (readonly (string | number)[])[] {
  const columns = columnsOf(flows);
  const length = columns[0]?.norms.length ?? 0;
  return [
    ['k', ...columns.map(({ id }) => id)],
    ...Array.from({ length }, (_, k) => [k, ...columns.map(({ norms }) => norms[k] ?? Number.NaN)]),
  ];
}

const exact = (value: number): string => formatPower(value, 3);

/** The chart as a table. */
export function FlowNumbers({ flows }: { readonly flows: readonly CellFlow[] }) {
  const text = useText(agreementMessages);
  const columns = columnsOf(flows);
  const heads = columns.map(({ cell, isBefore }) => {
    const name = text(`agree.${cell}`);
    return isBefore ? text('flow.before-name', { cell: name }) : name;
  });
  const rows = Array.from({ length: columns[0]?.norms.length ?? 0 }, (_, k) => ({
    id: String(k),
    cells: [k, ...columns.map(({ norms }) => exact(norms[k] ?? Number.NaN))],
  }));
  return <NumberTable caption={text('flow.table')} heads={['k', ...heads]} rows={rows} />;
}

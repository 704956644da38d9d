import type { ReactNode } from 'react';

export interface DataTableProps {
  readonly caption: string;
  readonly heads: readonly ReactNode[];
  /** The first cell of a row is its head. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
  readonly className?: string | undefined;
  /** The term of a formula whose colour it bears. */
  readonly term?: string | undefined;
  /** A last row under a rule. */
  readonly foot?: ReactNode;
}

/** Columns with heads, rows with heads: the table alone, for whatever box makes it scroll. */
export function DataTable({ caption, heads, rows, className, term, foot }: DataTableProps) {
  return (
    <table className={className} data-term={term}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move.
            <th key={i} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells: [first, ...others] }) => (
          <tr key={id}>
            <th scope="row">{first}</th>
            {others.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move.
              <td key={i}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && <tfoot>{foot}</tfoot>}
    </table>
  );
}

import { DataTable, type DataTableProps } from './DataTable.tsx';
import styles from './tools.module.css';

/** A figure's numbers as a table: the first cell of a row is its head. */
export function NumberTable(props: Pick<DataTableProps, 'caption' | 'heads' | 'rows'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={props.caption}>
      <DataTable {...props} className={styles.table} />
    </section>
  );
}

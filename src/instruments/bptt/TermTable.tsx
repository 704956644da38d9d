import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { DataTable, type DataTableProps } from '../tools/DataTable.tsx';
import styles from './bptt.module.css';

/** A table that stands open in its figure, as wide as it needs to be. */
export function TermTable(props: Omit<DataTableProps, 'className'>) {
  return (
    <ScrollBox label={props.caption} className={styles.terms ?? ''}>
      <DataTable {...props} className={styles.termTable} />
    </ScrollBox>
  );
}

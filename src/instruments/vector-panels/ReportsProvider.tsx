import { createContext, type ReactNode, use, useEffect, useId, useSyncExternalStore } from 'react';
import { formatExact } from '../../components/diagrams/formatNumber.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { createReports, type Report, type Reports } from './reports.ts';

const ReportsContext = createContext<Reports>(createReports());

/** Gathers what the parts below it report. */
export function ReportsProvider(props: { readonly reports: Reports; readonly children: ReactNode }) {
  return <ReportsContext value={props.reports}>{props.children}</ReportsContext>;
}

/** Reports these numbers for as long as they are on the page; null: there are none. Give it the same object while they are the same. */
export function useReport(report: Report | null): void {
  const reports = use(ReportsContext);
  const key = useId();
  useEffect(() => {
    if (!report) return;
    reports.set(key, report);
    return () => reports.delete(key);
  }, [reports, key, report]);
}

/** Tables of what is drawn only. */
export function ReportTables({ reports }: { readonly reports: Reports }) {
  const list = useSyncExternalStore(reports.subscribe, reports.list);
  return list
    .filter(({ isDrawn }) => isDrawn)
    .map(({ caption, heads, rows }) => (
      <NumberTable
        key={caption}
        caption={caption}
        heads={heads}
        rows={rows.map((cells) => ({
          id: String(cells[0]),
          cells: cells.map((cell) => (typeof cell === 'number' ? formatExact(cell) : cell)),
        }))}
      />
    ));
}

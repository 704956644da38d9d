import type { CsvValue } from '../../components/interaction/csv.ts';

/** Numbers that stand somewhere on the page, with all their digits. */
export interface Report {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly CsvValue[])[];
  /** They are on screen as colours or lines alone; a table must be asked for. */
  readonly isDrawn?: boolean;
}

/** What the mounted parts of a page have to report, in the order in which they came. */
export interface Reports {
  list(): readonly Report[];
  set(key: string, report: Report): void;
  delete(key: string): void;
  subscribe(listener: () => void): () => void;
}

export function createReports(): Reports {
  const reports = new Map<string, Report>();
  const listeners = new Set<() => void>();
  let list: readonly Report[] = [];
  const tell = () => {
    list = [...reports.values()];
    for (const listener of listeners) listener();
  };
  return {
    list: () => list,
    set(key, report) {
      reports.set(key, report);
      tell();
    },
    delete(key) {
      reports.delete(key);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** All reports below one another, as rows of one file. */
export const reportRows = (reports: readonly Report[]): readonly (readonly CsvValue[])[] =>
  reports.flatMap(({ caption, heads, rows }, i) => [...(i > 0 ? [[]] : []), [caption], heads, ...rows]);

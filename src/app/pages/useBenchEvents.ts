import { useEffect } from 'react';
import { allRows, markdownTable } from '../../../bench/browser/report.ts';
import type { BenchState } from './useBench.ts';
import { useBenchWords } from './useBenchWords.ts';

/** Tells the document what is measured: `npm run bench` drives this page and listens. */
export function useBenchEvents({ phase, progress, reason, machine, results }: BenchState): void {
  const words = useBenchWords();
  const table = (cell: string) =>
    markdownTable(
      results.filter(({ shape }) => shape.cell === cell),
      words,
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language, which is no news
  useEffect(() => {
    const cells = new Set(results.map(({ shape }) => shape.cell));
    const tables = Object.fromEntries([...cells].map((cell) => [cell, table(cell)]));
    const rows = allRows(results);
    const detail = { phase, progress, reason, machine, rows, tables, legend: words.legend };
    document.dispatchEvent(new CustomEvent('unrolled:bench', { detail }));
  }, [phase, progress, reason, machine, results]);
}

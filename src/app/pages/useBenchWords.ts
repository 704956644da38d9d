import type { ContestantId } from '../../../bench/browser/contestants.ts';
import type { Machine } from '../../../bench/browser/machine.ts';
import type { Problem } from '../../../bench/browser/problem.ts';
import type { ReportWords } from '../../../bench/browser/report.ts';
import type { CharacterShape } from '../../../bench/browser/shape.ts';
import { useText } from '../../components/text/useText.tsx';
import { benchMessages } from '../../i18n/messages/bench.ts';

/** The bench's own things, in the reader's language. */
export function useBenchWords(): ReportWords {
  const text = useText(benchMessages);
  return {
    contestant: (id: ContestantId) => text(`bench.contestant-${id}`),
    network: text('bench.network-head'),
    shape: ({ cell, hidden }: CharacterShape) =>
      text('bench.network', { cell: text(`bench.cell-${cell}`), hidden }),
    machine: ({ browser, platform, cores, adapter, softwareAdapter, date }: Machine) => {
      const gpu = softwareAdapter ? 'software' : adapter === null ? 'none' : 'hardware';
      return text('bench.machine', { browser, platform, cores, adapter: adapter ?? '', gpu, date });
    },
    legend: text('bench.legend'),
    problem: ({ code, detail }: Problem) => text(`bench.problem-${code}`, { detail }),
  };
}

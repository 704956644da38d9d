import { describe, expect, it } from 'vitest';
import type { Outcome } from './compete.ts';
import type { Machine } from './machine.ts';
import { markdownTable, type ReportWords, reportJson, reportText } from './report.ts';
import type { Result } from './table.ts';

const machine: Machine = {
  browser: 'Chrome 140.0',
  platform: 'X11; Linux x86_64',
  cores: 2,
  isolated: true,
  adapter: null,
  softwareAdapter: false,
  date: '2026-11-21',
};
const words: ReportWords = {
  contestant: (id) => id,
  network: 'Network',
  shape: ({ cell, hidden }) => `${cell} ${hidden}`,
  machine: ({ browser }) => browser,
  problem: ({ code }) => code,
  legend: 'Legend.',
};
const measured = (contestant: Outcome['contestant'], median: number): Outcome => ({
  contestant,
  note: null,
  time: { median, quartiles: [median, median], fastest: median * 0.8, runs: 3 },
  losses: [4, 3.9],
});
const shape = { cell: 'lstm', vocabulary: 64, batch: 32, steps: 50, hidden: 64 } as const;
const results: readonly Result[] = [
  {
    shape,
    outcomes: [
      measured('wasm', 6.5536),
      measured('tfjs-layers-cpu', 655.36),
      { contestant: 'webgpu', problem: { code: 'no-adapter', detail: '' } },
    ],
  },
  { shape: { ...shape, hidden: 512 }, outcomes: [measured('wasm', 300)] },
];

describe('markdownTable', () => {
  it('has a line a network, a column a contestant that was measured, and a dash where it was not', () => {
    expect(markdownTable(results, words).split('\n')).toEqual([
      '| Network | wasm | tfjs-layers-cpu |',
      '| --- | --: | --: |',
      '| lstm 64 | 6.55 ms, 30.0 GFLOP/s | 655 ms, 100× |',
      // 6 · 1600 · (512 · 2048 + 512 · 64) operations in 300 ms.
      '| lstm 512 | 300 ms, 34.6 GFLOP/s | – |',
    ]);
  });
});

describe('reportText', () => {
  it('names the machine and every reason once', () => {
    const text = reportText(machine, [...results, ...results], words);
    expect(text.startsWith('Chrome 140.0\n\n| Network')).toBe(true);
    expect(text.match(/webgpu: no-adapter/g)).toHaveLength(1);
    expect(text).toContain('Legend.');
  });
});

describe('reportJson', () => {
  it('is read back with machine and rows', () => {
    const read = JSON.parse(reportJson(machine, results));
    expect(read.machine).toEqual(machine);
    expect(read.rows.map(({ ratio }: { ratio: number | null }) => ratio)).toEqual([100, null, null]);
  });
});

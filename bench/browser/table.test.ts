import { describe, expect, it } from 'vitest';
import type { Outcome } from './compete.ts';
import { columnsOf, digits, linesOf } from './table.ts';

const shape = { cell: 'lstm', vocabulary: 64, batch: 32, steps: 50, hidden: 64 } as const;
const time = (median: number) => ({ median, quartiles: [median, median] as const, fastest: median, runs: 3 });
const measured = (contestant: Outcome['contestant'], median: number, loss = 4): Outcome => ({
  contestant,
  note: null,
  time: time(median),
  losses: [loss, loss - 0.1],
});

describe('linesOf', () => {
  it('compares ours with each peer, and with plain TypeScript last', () => {
    const outcomes = [
      measured('wasm', 5),
      measured('js', 50),
      measured('tfjs-layers-cpu', 500),
      measured('tfjs-layers-wasm', 100),
      { contestant: 'tfjs-layers-webgpu' as const, problem: { code: 'no-adapter' as const, detail: '' } },
    ];
    const columns = columnsOf([{ shape, outcomes }]);
    expect(columns).toEqual(['tfjs-layers-cpu', 'tfjs-layers-wasm', 'js']);
    const [wasm, js, cpu] = linesOf({ shape, outcomes }, columns);
    expect(wasm?.ratios).toEqual([100, 20, 10]);
    expect(js?.ratios).toEqual([10, 2, null]);
    expect(cpu?.ratios).toEqual([null, null, null]);
    expect(wasm?.gflops).toBeCloseTo(196.608 / 5, 6);
  });

  it('says whose losses are not the others’, and gives it no ratio', () => {
    const outcomes = [measured('wasm', 5), measured('tfjs-layers-cpu', 500, 4.01)];
    const [ours, peer] = linesOf({ shape, outcomes }, ['tfjs-layers-cpu']);
    expect(ours?.ratios).toEqual([null]);
    expect(peer?.problem).toEqual({ code: 'disagrees', detail: 'wasm 4.00000, tfjs-layers-cpu 4.01000' });
  });

  it('keeps the reason of a contestant that failed', () => {
    const outcomes: Outcome[] = [{ contestant: 'webgpu', problem: { code: 'no-adapter', detail: '' } }];
    expect(linesOf({ shape, outcomes }, [])).toEqual([
      expect.objectContaining({ median: null, runs: 0, problem: { code: 'no-adapter', detail: '' } }),
    ]);
  });
});

describe('digits', () => {
  it('keeps three', () => {
    expect([0.01234, 6.0512, 59.12, 506.46, 12_345].map(digits)).toEqual([
      '0.0123',
      '6.05',
      '59.1',
      '506',
      '12,345',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Outcome } from './compete.ts';
import type { ContestantId } from './contestants.ts';
import { peersOf, rowsOf } from './rows.ts';

const shape = { cell: 'gru', vocabulary: 64, batch: 32, steps: 50, hidden: 128 } as const;
const measured = (
  contestant: ContestantId,
  median: number,
  losses: readonly [number, number] = [4.1, 4.05],
): Outcome => ({
  contestant,
  note: null,
  time: { median, quartiles: [median * 0.9, median * 1.1], fastest: median * 0.8, runs: 7 },
  losses,
});

describe('rowsOf', () => {
  it('has a row for each of ours and each peer, with what the issue asks for', () => {
    const rows = rowsOf(shape, [measured('wasm-relaxed', 4), measured('tfjs-layers-cpu', 600)]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      bench: 'gru',
      setting: 'vocabulary 64, batch 32, T 50, hidden 128, relaxed SIMD',
      tier: 'wasm',
      median_ms: 4,
      peer: 'tfjs-layers-cpu',
      peer_median_ms: 600,
      ratio: 150,
      runs: 7,
      problem: null,
    });
    expect(rows[0]?.spread).toBeCloseTo(0.2, 12);
  });

  it.each([
    ['the first loss', [4.1002, 4.05]],
    ['the second loss, which the first update decides', [4.1, 4.0498]],
    ['no number', [4.1, Number.NaN]],
  ] as const)('reports no ratio when %s differs', (_, losses) => {
    const [row] = rowsOf(shape, [measured('js', 40), measured('tfjs-layers-cpu', 600, losses)]);
    expect(row?.ratio).toBeNull();
    expect(row?.problem).toMatch(/^disagrees \(js \d/);
  });

  it('reports one within a ten-thousandth', () => {
    const [row] = rowsOf(shape, [measured('js', 40), measured('tfjs-layers-cpu', 600, [4.10009, 4.04991])]);
    expect(row?.ratio).toBe(15);
  });

  it('has a row, with the reason, where ours or the peer failed', () => {
    const failed: Outcome = { contestant: 'wasm', problem: { code: 'crashed', detail: 'no SIMD' } };
    const peer: Outcome = {
      contestant: 'tfjs-layers-wasm',
      problem: { code: 'crashed', detail: 'out of memory' },
    };
    const [row] = rowsOf(shape, [failed, peer]);
    expect(row).toMatchObject({
      median_ms: null,
      ratio: null,
      peer: 'tfjs-layers-wasm',
      problem: 'wasm: crashed (no SIMD); tfjs-layers-wasm: crashed (out of memory)',
    });
  });

  it('has one row for ours, and none for a peer, that this machine cannot run', () => {
    const noGpu = { code: 'no-adapter', detail: '' } as const;
    const rows = rowsOf(shape, [
      measured('wasm', 5),
      { contestant: 'webgpu', problem: noGpu },
      measured('tfjs-layers-cpu', 600),
      { contestant: 'tfjs-layers-webgpu', problem: noGpu },
    ]);
    expect(rows.map(({ contestant, peer, problem }) => [contestant, peer, problem])).toEqual([
      ['wasm', 'tfjs-layers-cpu', null],
      ['webgpu', null, 'webgpu: no-adapter'],
    ]);
  });
});

describe('peersOf', () => {
  it('are those of TF.js; without any, our own next tier', () => {
    expect(peersOf('wasm', ['wasm', 'js', 'tfjs-layers-cpu'])).toEqual(['tfjs-layers-cpu']);
    expect(peersOf('wasm', ['wasm', 'js'])).toEqual(['js']);
    expect(peersOf('webgpu', ['webgpu', 'wasm', 'js'])).toEqual(['wasm']);
    expect(peersOf('js', ['js', 'wasm'])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU } from '../../models/cells/roles.ts';
import type { SequenceTrace } from '../../models/cells/types.ts';
import { readSequence } from '../../models/network/reading.ts';
import { initialiseNetwork, type TokenNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { halfLife, keptMemory } from './kept.ts';

const ids = Int32Array.from([0, 3, 1, 0, 2, 1, 4]);

function traceOf(spec: typeof DEFAULT_GRU | (typeof DEFAULT_GRU & { update: 'keeps' })): {
  readonly trace: SequenceTrace;
  readonly held: (value: number) => SequenceTrace;
} {
  const network: TokenNetwork = { spec, inputs: 5, classes: 2, hidden: 2, layers: 1, directions: 'forward' };
  const flat = initialiseNetwork(network, createRandom(4), {});
  const own = (holds: Parameters<typeof readSequence>[3] = {}) => {
    const trace = readSequence(network, flat, ids, holds).trace.layers[0]?.[0];
    if (!trace) throw new Error('no layer');
    return trace;
  };
  const held = (value: number) =>
    own({
      holds: [...ids.keys()].map((step) => ({
        layer: 0,
        direction: 0,
        role: 'update',
        step,
        unit: 1,
        value,
      })),
    });
  return { trace: own(), held };
}

describe('keptMemory', () => {
  it.each([[DEFAULT_GRU], [{ ...DEFAULT_GRU, update: 'keeps' as const }]])(
    'adds up every candidate with its own share: %o',
    (spec) => {
      const { trace } = traceOf(spec);
      const value = (role: 'update' | 'candidate' | 'hidden', t: number) =>
        trace.values[role]?.[t * 2 + 1] ?? 0;
      const write = (t: number) => (spec.update === 'keeps' ? 1 - value('update', t) : value('update', t));
      for (const [since, step] of [
        [1, 6],
        [0, 3],
        [4, 4],
      ] as const) {
        const { share, kept, written } = keptMemory(trace, 1, since, step);
        const after = Array.from({ length: step - since }, (_, i) => since + 1 + i);
        const left = (from: number) =>
          after.filter((t) => t > from).reduce((all, t) => all * (1 - write(t)), 1);
        const sum = after.reduce((all, t) => all + write(t) * value('candidate', t) * left(t), 0);
        expect(share).toBeCloseTo(left(since), 14);
        expect(written).toBeCloseTo(sum, 14);
        expect(kept + written).toBeCloseTo(value('hidden', step), 14);
      }
    },
  );

  it('keeps everything behind a shut gate, bit for bit, and nothing behind an open one', () => {
    const { held } = traceOf(DEFAULT_GRU);
    expect(keptMemory(held(0), 1, 1, 6)).toMatchObject({ share: 1, written: 0 });
    expect(keptMemory(held(1), 1, 1, 6)).toMatchObject({ share: 0, kept: 0 });
    expect(keptMemory(held(0.02), 1, 1, 6).share).toBeCloseTo(0.98 ** 5, 14);
  });
});

it('halfLife is the number of steps that leave one half', () => {
  for (const gate of [0.5, 0.1, 0.02]) expect((1 - gate) ** halfLife(gate)).toBeCloseTo(0.5, 12);
  expect(halfLife(0)).toBe(Number.POSITIVE_INFINITY);
});

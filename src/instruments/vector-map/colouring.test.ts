import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCluster, byColumn, byRank } from './colouring.ts';
import { unitRows } from './near.ts';

describe('byRank', () => {
  it('puts every rank into the step whose name holds it, in at most five steps', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400_000 }), { minLength: 1 }), (ranks) => {
        const { classes, legend } = byRank(Int32Array.from(ranks), 'Rank', String);
        expect(legend.names.length).toBeLessThanOrEqual(5);
        ranks.forEach((rank, i) => {
          const [low = 0, high = 0] = (legend.names[classes[i] ?? -1] ?? '').split('–').map(Number);
          expect(rank + 1).toBeGreaterThanOrEqual(low);
          expect(rank + 1).toBeLessThanOrEqual(high);
        });
      }),
    );
  });
});

describe('byColumn', () => {
  it('has a group for each value, the most frequent first', () => {
    const { classes, legend } = byColumn(['noun', 'verb', 'noun', ''], 'tag', 'other');
    expect(legend.names).toEqual(['noun', 'verb', '–']);
    expect([...classes]).toEqual([0, 1, 0, 2]);
  });

  it('puts what cannot be told apart into one group', () => {
    const values = Array.from({ length: 100 }, (_, i) => String(i));
    const { classes, legend } = byColumn([...values, '7'], 'id', 'other');
    expect(legend.names).toHaveLength(24);
    expect(legend.names[0]).toBe('7');
    expect(legend.names.at(-1)).toBe('other');
    expect(Math.max(...classes)).toBe(23);
  });
});

describe('byCluster', () => {
  it('calls a cluster after the words nearest to its middle', () => {
    const rows = [1, 0.9, 1, 0, 1, 0.1, -1, 0.5, -1, 0.4, -1, 0.6];
    const words = ['edge', 'lone', 'near', 'mid', 'low', 'high'];
    const labels = Int32Array.of(0, 0, 0, 1, 1, 1);
    const { classes, legend } = byCluster(labels, words, unitRows(Float32Array.from(rows), 2), 'Cluster');
    expect(legend.names[0]?.startsWith('near')).toBe(true);
    expect(legend.names[1]?.startsWith('mid')).toBe(true);
    expect([...classes]).toEqual([...labels]);
  });
});

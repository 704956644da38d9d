import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arc, longestPath, shortestPath, topologicalOrder } from './paths.ts';

const arc = (from: string, to: string, cost: number): Arc => ({ from, to, cost });

/** Every way from one node to another, by brute force. */
function allWays(arcs: readonly Arc[], from: string, to: string): readonly number[] {
  if (from === to) return [0];
  return arcs
    .filter((each) => each.from === from)
    .flatMap((each) => allWays(arcs, each.to, to).map((cost) => cost + each.cost));
}

const graphs = fc.array(
  fc.record({ a: fc.integer({ min: 0, max: 6 }), b: fc.integer({ min: 0, max: 6 }), cost: fc.nat(4) }),
  { maxLength: 14 },
);

describe('paths', () => {
  const diamond = [arc('a', 'b', 1), arc('b', 'd', 1), arc('a', 'c', 0), arc('c', 'd', 5), arc('d', 'e', 2)];

  it('finds the cheapest and the dearest way, with their nodes', () => {
    expect(shortestPath(diamond, 'a', 'e')).toEqual({ cost: 4, nodes: ['a', 'b', 'd', 'e'] });
    expect(longestPath(diamond, 'a', 'e')).toEqual({ cost: 7, nodes: ['a', 'c', 'd', 'e'] });
  });

  it('says that there is none', () => {
    expect(shortestPath(diamond, 'e', 'a')).toBeNull();
    expect(longestPath([], 'a', 'b')).toBeNull();
  });

  it('agrees with trying every way', () => {
    fc.assert(
      fc.property(graphs, (found) => {
        const arcs = found
          .filter(({ a, b }) => a !== b)
          .map(({ a, b, cost }) => arc(`n${Math.min(a, b)}`, `n${Math.max(a, b)}`, cost));
        const ways = allWays(arcs, 'n0', 'n6');
        expect(shortestPath(arcs, 'n0', 'n6')?.cost).toBe(ways.length > 0 ? Math.min(...ways) : undefined);
        expect(longestPath(arcs, 'n0', 'n6')?.cost).toBe(ways.length > 0 ? Math.max(...ways) : undefined);
      }),
    );
  });

  it('puts every node behind those that lead to it', () => {
    const order = topologicalOrder([arc('c', 'd', 0), arc('a', 'c', 0), arc('b', 'c', 0), arc('a', 'd', 0)]);
    expect(order.indexOf('c')).toBeGreaterThan(Math.max(order.indexOf('a'), order.indexOf('b')));
    expect(order.at(-1)).toBe('d');
    expect(order).toHaveLength(4);
  });

  it('refuses a circle', () => {
    expect(() => shortestPath([arc('a', 'b', 1), arc('b', 'a', 1)], 'a', 'b')).toThrow(RangeError);
  });
});

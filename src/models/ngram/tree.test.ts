import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTree } from './tree.ts';

it('finds what was put into it, and nothing else, however much it grows', () => {
  const tree = createTree();
  const made = new Map<string, number>();
  // More nodes than it has room for at first, several times over.
  for (let node = 0; node < 100; node++) {
    for (let token = 0; token < 60; token++) made.set(`${node} ${token}`, tree.childOrNew(node, token));
  }
  expect(tree.size).toBe(6001);
  expect(new Set(made.values()).size).toBe(6000);
  for (const [key, child] of made) {
    const [node = 0, token = 0] = key.split(' ').map(Number);
    expect(tree.child(node, token)).toBe(child);
    expect(tree.childOrNew(node, token)).toBe(child);
    expect(tree.lengths[child]).toBe(tree.lengths[node]! + 1);
  }
  expect([tree.child(100, 0), tree.child(0, 60)]).toEqual([-1, -1]);
});

it('knows what is below a node, as a Map would', () => {
  const edges = fc.array(fc.tuple(fc.nat(6), fc.nat(9)), { maxLength: 60 });
  fc.assert(
    fc.property(edges, (asked) => {
      const tree = createTree();
      const known = new Map<number, Map<number, number>>();
      for (const [above, token] of asked) {
        const node = Math.min(above, tree.size - 1);
        const child = tree.childOrNew(node, token);
        const below = known.get(node) ?? new Map<number, number>();
        known.set(node, below.set(token, child));
      }
      for (const [node, below] of known) {
        const found: [number, number][] = [];
        tree.eachChild(node, (token, child) => found.push([token, child]));
        expect(found.reverse()).toEqual([...below]);
      }
    }),
  );
});

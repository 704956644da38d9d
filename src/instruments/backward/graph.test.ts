import { describe, expect, it } from 'vitest';
import { EQUATION_IDS } from './equations.ts';
import { EDGES, GRAPH, NODES, TRAVELLED } from './graph.ts';

describe('backward graph', () => {
  it('has one node for every equation, and lines for every way back', () => {
    const equations = NODES.flatMap(({ equation }) => (equation ? [equation] : []));
    expect([...equations].sort()).toEqual([...EQUATION_IDS].sort());
    const edges = EDGES.map(({ id }) => id);
    expect(new Set(edges).size).toBe(edges.length);
    for (const id of EQUATION_IDS) {
      expect(TRAVELLED[id].length).toBeGreaterThan(0);
      for (const edge of TRAVELLED[id]) expect(edges).toContain(edge);
    }
    expect(new Set(Object.values(TRAVELLED).flat()).size).toBe(edges.length);
  });

  it('stays inside its frame and keeps its nodes apart', () => {
    for (const { x, y } of NODES) {
      expect(x).toBeGreaterThan(20);
      expect(x).toBeLessThan(GRAPH.width - 20);
      expect(y).toBeGreaterThan(14);
      expect(y).toBeLessThan(GRAPH.height - 10);
    }
    NODES.forEach((a, i) => {
      for (const b of NODES.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(34);
    });
  });
});

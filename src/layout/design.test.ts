import { describe, expect, it } from 'vitest';
import { DESIGNS, designGraph } from '../models/depth/designs.ts';
import { blendPlaces, designArcs, designMeasures, designPlaces, HALF } from './design.ts';
import type { Point } from './path.ts';

const graphs = DESIGNS.flatMap((design) =>
  [1, 3].flatMap((extra) =>
    [1, 2, 5].map((steps) => designGraph(design, { steps, extra, hidden: 8, vocabulary: 20 })),
  ),
);

/** Distance of a point from a segment. */
function distance({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a.x + share * dx - x, a.y + share * dy - y);
}

describe('design layout', () => {
  it('keeps nodes apart and inside', () => {
    for (const graph of graphs) {
      const { width, height } = designMeasures(graph);
      const places = designPlaces(graph);
      const boxes = graph.nodes.map((node) => ({ ...node, ...(places.get(node.id) ?? { x: -1, y: -1 }) }));
      boxes.forEach((a, i) => {
        expect(a.x - HALF[a.kind].x).toBeGreaterThanOrEqual(0);
        expect(a.x + HALF[a.kind].x).toBeLessThanOrEqual(width);
        expect(a.y - HALF[a.kind].y).toBeGreaterThanOrEqual(0);
        expect(a.y + HALF[a.kind].y).toBeLessThanOrEqual(height);
        const hit = boxes
          .slice(i + 1)
          .filter(
            (b) =>
              Math.abs(a.x - b.x) < HALF[a.kind].x + HALF[b.kind].x &&
              Math.abs(a.y - b.y) < HALF[a.kind].y + HALF[b.kind].y,
          );
        expect(hit).toEqual([]);
      });
    }
  });

  it('draws every arrow from node to node, and past all others', () => {
    for (const graph of graphs) {
      const places = designPlaces(graph);
      const drawn = designArcs(graph, places);
      expect(drawn.map(({ id }) => id)).toEqual(graph.arcs.map(({ from, to }) => `${from}>${to}`));
      for (const [i, { from, to }] of graph.arcs.entries()) {
        const { start, end } = drawn[i] ?? {};
        if (!start || !end) throw new Error('no line');
        const near = graph.nodes.filter((node) => distance(places.get(node.id) ?? start, start, end) < 14);
        expect(near.filter(({ id }) => id !== from && id !== to).map(({ id }) => id)).toEqual([]);
        expect(distance(places.get(to) ?? start, start, end)).toBeLessThan(40);
      }
    }
  });

  it('moves what both drawings have, and only that', () => {
    const size = { steps: 3, extra: 2, hidden: 8, vocabulary: 20 };
    const from = designPlaces(designGraph('input', size));
    const to = designPlaces(designGraph('output', size));
    expect(blendPlaces(from, to, 1)).toEqual(to);
    const middle = blendPlaces(from, to, 0.5);
    const [a, b, c] = [from, middle, to].map((places) => places.get('state:0:1')?.y ?? Number.NaN);
    expect(b).toBeCloseTo(((a ?? 0) + (c ?? 0)) / 2);
    expect(a).not.toBe(c);
    const shallow = designPlaces(designGraph('shallow', size));
    expect(blendPlaces(shallow, to, 0).get('layer:1:0')).toEqual(to.get('layer:1:0'));
  });
});

import { describe, expect, it } from 'vitest';
import type { Point } from './path.ts';
import { layoutStack, outputId, stackId, tileBand, tokenId } from './stack.ts';
import { stackPath } from './stackPath.ts';
import type { StackBox, StackLayout, StackOptions } from './stackTypes.ts';

const WORDS = ['the', 'whale', '记忆', 'Donaudampfschifffahrtsgesellschaft', '👩‍👩‍👧', '', 'was'];
const words = (count: number) => Array.from({ length: count }, (_, t) => WORDS[t % WORDS.length] ?? '');
const BASE: StackOptions = {
  tokens: words(5),
  layers: 3,
  directions: 'forward',
  skips: false,
  outputs: 'all',
  tile: { width: 44, height: 48 },
};

const all: readonly StackLayout[] = (['forward', 'concat', 'sum'] as const).flatMap((directions) =>
  [true, false].flatMap((skips) =>
    [1, 3, 6].flatMap((layers) =>
      [1, 2, 9].flatMap((count) =>
        (['none', 'last', 'all'] as const).map((outputs) =>
          layoutStack({ ...BASE, directions, skips, layers, outputs, tokens: words(count) }),
        ),
      ),
    ),
  ),
);

const boxOf = ({ boxes }: StackLayout, id: string): StackBox | undefined =>
  boxes.find((box) => box.id === id);
const overlap = (a: StackBox, b: StackBox): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.01 &&
  Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.01;

/** Distance of a point from the outline of a box. */
function fromOutline(box: StackBox, { x, y }: Point): number {
  const dx = Math.abs(x - box.x) - box.width / 2;
  const dy = Math.abs(y - box.y) - box.height / 2;
  if (dx > 0 || dy > 0) return Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
  return Math.min(-dx, -dy);
}

/** Whether an upright or level line passes through the inside of a box. */
function crosses(box: StackBox, a: Point, b: Point): boolean {
  const inside = (low: number, high: number, centre: number, size: number) =>
    high > centre - size / 2 + 0.5 && low < centre + size / 2 - 0.5;
  return (
    inside(Math.min(a.x, b.x), Math.max(a.x, b.x), box.x, box.width) &&
    inside(Math.min(a.y, b.y), Math.max(a.y, b.y), box.y, box.height)
  );
}

describe('layoutStack', () => {
  it('keeps boxes apart and inside', () => {
    for (const { boxes, width, height } of all) {
      boxes.forEach((box, i) => {
        expect(boxes.slice(i + 1).filter((other) => overlap(box, other))).toEqual([]);
        expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width / 2).toBeLessThanOrEqual(width);
        expect(box.y - box.height / 2).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height / 2).toBeLessThanOrEqual(height);
      });
      expect(new Set(boxes.map(({ id }) => id)).size).toBe(boxes.length);
    }
  });

  it('starts and ends every line on the outline of the box that it names', () => {
    for (const layout of all) {
      for (const { from, to, points } of layout.edges) {
        const [source, target] = [boxOf(layout, from), boxOf(layout, to)];
        const [start, end] = [points[0], points.at(-1)];
        expect(source && start && fromOutline(source, start)).toBeLessThan(0.01);
        expect(target && end && fromOutline(target, end)).toBeLessThan(0.01);
      }
      expect(new Set(layout.edges.map(({ id }) => id)).size).toBe(layout.edges.length);
    }
  });

  it('leads no line through a box', () => {
    for (const layout of all) {
      const solid = layout.boxes.filter(({ kind }) => kind !== 'final');
      for (const { from, to, points } of layout.edges) {
        const others = solid.filter(({ id }) => id !== from && id !== to);
        const pieces = points.slice(1).map((end, i) => [points[i] ?? end, end] as const);
        const hit = others.filter((box) => pieces.some(([a, b]) => crosses(box, a, b)));
        expect(hit.map(({ id }) => id)).toEqual([]);
      }
    }
  });

  it('draws level and upright lines only', () => {
    const lines = all.flatMap(({ edges }) => edges.map(({ points }) => points));
    const slanted = lines.filter((points) =>
      points.slice(1).some((end, i) => {
        const { x = end.x, y = end.y } = points[i] ?? {};
        return Math.abs(end.x - x) > 0.01 && Math.abs(end.y - y) > 0.01;
      }),
    );
    expect(slanted).toEqual([]);
  });

  it('draws the forward chain rightwards and the backward chain leftwards', () => {
    const chains = all.flatMap(({ edges }) => edges.filter(({ kind }) => kind === 'recurrent'));
    for (const { points, direction } of chains) {
      const [start, end] = [points[0], points.at(-1)];
      expect(Math.sign((end?.x ?? 0) - (start?.x ?? 0))).toBe(direction === 0 ? 1 : -1);
    }
  });

  it('mirrors the backward chain of the forward one', () => {
    const layout = layoutStack({ ...BASE, directions: 'concat', tokens: ['a', 'a', 'a', 'a'] });
    const steps = layout.columns.length;
    const middle = layout.width / 2;
    for (const { layer, step, direction, x } of layout.boxes.filter(({ kind }) => kind === 'tile')) {
      const twin = boxOf(layout, stackId('tile', layer, steps - 1 - step, 1 - direction));
      expect((twin?.x ?? Number.NaN) - middle).toBeCloseTo(middle - x);
    }
    const chains = [0, 1].map((direction) =>
      layout.edges.filter((edge) => edge.kind === 'recurrent' && edge.direction === direction),
    );
    expect(chains[0]).toHaveLength(chains[1]?.length ?? -1);
  });

  it('draws a line for every operand, and none besides', () => {
    const count = (options: Partial<StackOptions>) => layoutStack({ ...BASE, ...options }).edges.length;
    const [T, L] = [5, 3];
    // Input and chain of each cell, the read-outs, the states that go on.
    expect(count({})).toBe(2 * T * L + T + L);
    // A skip connection and the line that it is added to, from the second layer on.
    expect(count({ skips: true })).toBe(2 * T * L + T + L + 2 * T * (L - 1));
    // Both ways: twice the cells, and each is joined.
    expect(count({ directions: 'sum' })).toBe(2 * (2 * T * L + L) + 2 * T * L + T);
  });

  it('has rows from top to bottom, and nothing else without a token', () => {
    const { rows, boxes, edges } = layoutStack({ ...BASE, tokens: [], directions: 'concat' });
    expect(rows.map(({ layer, direction }) => `${layer}${direction}`)).toEqual([
      '21',
      '20',
      '11',
      '10',
      '01',
      '00',
    ]);
    expect([...boxes, ...edges]).toEqual([]);
  });
});

describe('stackPath', () => {
  const between = (options: Partial<StackOptions>, which: 'shortest' | 'longest') => {
    const layout = layoutStack({ ...BASE, ...options });
    const path = stackPath(layout, tokenId(0), outputId(4), which);
    const ids = new Set(layout.edges.map(({ id }) => id));
    expect([...(path?.edges ?? [])].every((id) => ids.has(id))).toBe(true);
    return path?.cost;
  };

  it('counts the maps between the first word and the last answer', () => {
    // T − 1 steps in time, L layers, the read-out: every way is the same.
    expect(between({}, 'shortest')).toBe(4 + 3 + 1);
    expect(between({}, 'longest')).toBe(4 + 3 + 1);
    // Skip connections lead past all layers but the first.
    expect(between({ skips: true }, 'shortest')).toBe(4 + 1 + 1);
    expect(between({ skips: true }, 'longest')).toBe(4 + 3 + 1);
    // Read both ways, one layer's backward chain is a longer way round and the second layer's forward chain back again.
    expect(between({ directions: 'concat' }, 'shortest')).toBe(4 + 3 + 1);
  });

  it('finds no way against time', () => {
    expect(stackPath(layoutStack(BASE), tokenId(4), outputId(0), 'shortest')).toBeNull();
    const both = layoutStack({ ...BASE, directions: 'concat' });
    expect(stackPath(both, tokenId(4), outputId(0), 'shortest')?.cost).toBe(4 + 3 + 1);
  });
});

it('tileBand keeps a strip small enough', () => {
  expect(tileBand(6)).toBe(8);
  expect(tileBand(64)).toBe(1);
  expect(tileBand(0)).toBe(8);
});

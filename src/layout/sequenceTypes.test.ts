import { describe, expect, it } from 'vitest';
import type { Point } from './path.ts';
import {
  blendTypes,
  boxId,
  type DrawnEdge,
  drawEdges,
  halfHeight,
  halfWidth,
  layoutTypes,
  TYPES,
  type TypeBox,
  type TypeBoxKind,
  type TypeShape,
} from './sequenceTypes.ts';

const columns = (inputs: string, outputs: string) =>
  [...inputs].map((mark, t) => ({ input: mark === 'x', output: outputs[t] === 'y' }));
const SHAPES: Readonly<Record<string, TypeShape>> = {
  one: { columns: columns('x', 'y'), recurrent: false, feed: 'none' },
  decoder: { columns: columns('xxxxx', 'yyyyy'), recurrent: true, feed: 'input' },
  last: { columns: columns('xxxxxxx', '......y'), recurrent: true, feed: 'none' },
  output: { columns: columns('x....', 'yyyyy'), recurrent: false, feed: 'state' },
};
const ROOMS = [300, 620, 980];
const drawings = Object.values(SHAPES).flatMap((shape) =>
  ROOMS.map((room) => ({ shape, layout: layoutTypes(shape, room) })),
);

const overlap = (a: TypeBox, b: TypeBox, pitch: number): boolean =>
  Math.abs(a.x - b.x) < halfWidth(a.kind, pitch) + halfWidth(b.kind, pitch) &&
  Math.abs(a.y - b.y) < halfHeight(a.kind) + halfHeight(b.kind);

const isWithin = ({ x, y }: Point, box: TypeBox, pitch: number, air: number): boolean =>
  Math.abs(x - box.x) <= halfWidth(box.kind, pitch) + air &&
  Math.abs(y - box.y) <= halfHeight(box.kind) + air;

function targetOf({ kind, points }: DrawnEdge): TypeBoxKind {
  if (kind === 'head') return 'output';
  return kind === 'feed' && points.at(-1)?.y === TYPES.input ? 'input' : 'state';
}

describe('layoutTypes', () => {
  it('keeps boxes apart and inside, in any room', () => {
    for (const { layout } of drawings) {
      const boxes = [...layout.boxes.values()];
      boxes.forEach((box, i) => {
        expect(box.x - halfWidth(box.kind, layout.pitch)).toBeGreaterThan(60);
        expect(box.x + halfWidth(box.kind, layout.pitch)).toBeLessThanOrEqual(layout.width);
        expect(boxes.slice(i + 1).filter((other) => overlap(box, other, layout.pitch))).toEqual([]);
      });
    }
  });

  it('draws a line for every way that the shape has', () => {
    const kinds = (name: string) =>
      drawEdges(layoutTypes(SHAPES[name] as TypeShape, 620)).reduce<Record<string, number>>(
        (count, { kind }) => Object.assign(count, { [kind]: (count[kind] ?? 0) + 1 }),
        {},
      );
    expect(kinds('one')).toEqual({ input: 1, head: 1 });
    expect(kinds('decoder')).toEqual({ input: 5, head: 5, time: 5, feed: 4 });
    expect(kinds('last')).toEqual({ input: 7, head: 1, time: 7 });
    expect(kinds('output')).toEqual({ input: 1, head: 5, feed: 4 });
  });

  it('leads lines to the box they are for, and through no other', () => {
    for (const { layout } of drawings) {
      for (const edge of drawEdges(layout)) {
        const target = layout.boxes.get(boxId(targetOf(edge), edge.step));
        const end = edge.points.at(-1);
        if (!target || !end) throw new Error('no box');
        expect(isWithin(end, target, layout.pitch, 2)).toBe(true);
        const boxes = [...layout.boxes.values()];
        expect(
          boxes.filter((box) => edge.points.some((point) => isWithin(point, box, layout.pitch, -1))),
        ).toEqual([]);
      }
    }
  });
});

describe('blendTypes', () => {
  const [from, to] = [
    layoutTypes(SHAPES.decoder as TypeShape, 620),
    layoutTypes(SHAPES.output as TypeShape, 620),
  ];
  const wide = layoutTypes(SHAPES.last as TypeShape, 620);

  it('begins and ends where it should', () => {
    expect(blendTypes(from, to, 1)).toBe(to);
    const start = blendTypes(from, wide, 0);
    for (const [id, box] of from.boxes) expect(start.boxes.get(id)).toEqual(box);
    for (const [id, box] of start.boxes) if (!from.boxes.has(id)) expect(box.opacity).toBe(0);
  });

  it('moves what both have halfway in the middle', () => {
    const middle = blendTypes(from, wide, 0.5);
    const x = (layout: typeof from) => layout.boxes.get('state:2')?.x ?? Number.NaN;
    expect(x(middle)).toBeCloseTo((x(from) + x(wide)) / 2);
    expect(middle.edges.get('feed:3')?.opacity).toBe(0.5);
  });

  it('turns a fed input into a fed state', () => {
    const entry = (layout: typeof from) => layout.edges.get('feed:2')?.entry;
    expect([entry(from), entry(blendTypes(from, to, 0.5)), entry(to)]).toEqual([
      TYPES.input,
      (TYPES.input + TYPES.state) / 2,
      TYPES.state,
    ]);
    // The input that goes sinks into its state.
    const goes = blendTypes(from, to, 0.75).boxes.get('input:3');
    expect(goes?.opacity).toBe(0.25);
    expect(goes?.y).toBeCloseTo(TYPES.state + 0.25 * (TYPES.input - TYPES.state));
  });

  it('unfolds new steps out of the last one', () => {
    const comes = blendTypes(layoutTypes(SHAPES.one as TypeShape, 620), wide, 0).boxes.get('state:6');
    const only = layoutTypes(SHAPES.one as TypeShape, 620).boxes.get('state:0');
    expect(comes).toMatchObject({ x: only?.x, y: only?.y, opacity: 0 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project, projectedRoom } from './project.ts';
import { ASLANT, extentOf, type MapView, NO_TURN, panned, turned, WHOLE, ZOOM, zoomedAbout } from './view.ts';

const FRAME = { width: 800, height: 500 };
const coordinates = (dimensions: number) =>
  fc
    .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), {
      minLength: dimensions,
      maxLength: 30 * dimensions,
    })
    .map((values) => Float32Array.from(values.slice(0, values.length - (values.length % dimensions))));

function placesOf(positions: Float32Array, dimensions: number, view: MapView) {
  const count = positions.length / dimensions;
  const into = projectedRoom(count, dimensions, null);
  project({ count, dimensions, positions }, extentOf(positions, count, dimensions), view, FRAME, into);
  return into;
}

describe('the whole of a map', () => {
  it.each([2, 3])('is in sight, in %i dimensions, however it is turned', (dimensions) => {
    fc.assert(
      fc.property(
        coordinates(dimensions),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (positions, angle) => {
          const view = { ...WHOLE, turn: turned(ASLANT, angle, angle / 2) };
          const { screen } = placesOf(positions, dimensions, view);
          screen.forEach((value, i) => {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(i % 2 === 0 ? FRAME.width : FRAME.height);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has y upwards, the same scale both ways, and its middle in the middle', () => {
    const { screen } = placesOf(Float32Array.of(-1, -1, 1, 1), 2, WHOLE);
    expect(screen[0]).toBeLessThan(screen[2] ?? 0);
    expect(screen[1]).toBeGreaterThan(screen[3] ?? 0);
    expect((screen[2] ?? 0) - (screen[0] ?? 0)).toBeCloseTo((screen[1] ?? 0) - (screen[3] ?? 0), 3);
    expect(((screen[0] ?? 0) + (screen[2] ?? 0)) / 2).toBeCloseTo(FRAME.width / 2, 3);
  });

  it('takes points that coincide, that are none, and that are no numbers', () => {
    expect([...placesOf(Float32Array.of(5, 5, 5, 5), 2, WHOLE).screen]).toEqual([400, 250, 400, 250]);
    expect(extentOf(new Float32Array(0), 0, 2)).toEqual({ centre: [0, 0, 0], reach: [0, 0] });
    const extent = extentOf(Float32Array.of(Number.NaN, 0, 1, 2, Number.POSITIVE_INFINITY, 4), 3, 2);
    expect(extent.centre.slice(0, 2)).toEqual([1, 2]);
  });
});

describe('zoomedAbout', () => {
  it('keeps what lies under the pointer there, within its limits', () => {
    const view = panned({ ...WHOLE, k: 3 }, 20, -7);
    const positions = Float32Array.of(-2, 1, 4, 3, 0.5, 0.25);
    const before = placesOf(positions, 2, view).screen;
    const [x = 0, y = 0] = before.slice(4);
    const after = placesOf(positions, 2, zoomedAbout(view, 2.5, x, y)).screen;
    expect(after[4]).toBeCloseTo(x, 2);
    expect(after[5]).toBeCloseTo(y, 2);
    expect((after[2] ?? 0) - (after[0] ?? 0)).toBeCloseTo(2.5 * ((before[2] ?? 0) - (before[0] ?? 0)), 2);
    expect(zoomedAbout(view, 1e9, 0, 0).k).toBe(ZOOM.most);
    expect(zoomedAbout(view, 1e-9, 0, 0).k).toBe(ZOOM.least);
  });
});

describe('turned', () => {
  it('stays a rotation after thousands of turns', () => {
    let turn = NO_TURN;
    for (let i = 0; i < 5000; i++) turn = turned(turn, 0.1, 0.07);
    const row = (i: number) => turn.slice(3 * i, 3 * i + 3);
    const dot = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) expect(dot(row(i), row(j))).toBeCloseTo(i === j ? 1 : 0, 12);
    }
  });

  it('brings what was at the right to the front after a quarter turn', () => {
    const positions = Float32Array.of(1, 0, 0, -1, 0, 0);
    const { depth } = placesOf(positions, 3, { ...WHOLE, turn: turned(NO_TURN, -Math.PI / 2, 0) });
    expect(depth?.[0]).toBeCloseTo(1, 6);
    expect(depth?.[1]).toBeCloseTo(-1, 6);
  });

  it('follows the hand: to the right, what is in front goes right; downwards, down', () => {
    const front = Float32Array.of(0, 0, 1, 0, 0, -1);
    const right = placesOf(front, 3, { ...WHOLE, turn: turned(NO_TURN, 0.3, 0) }).screen;
    expect(right[0]).toBeGreaterThan(FRAME.width / 2);
    const down = placesOf(front, 3, { ...WHOLE, turn: turned(NO_TURN, 0, 0.3) }).screen;
    expect(down[1]).toBeGreaterThan(FRAME.height / 2);
  });
});

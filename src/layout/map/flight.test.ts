import { describe, expect, it } from 'vitest';
import { closeZoom, flightView, returnView } from './flight.ts';
import { NO_TURN, WHOLE, ZOOM } from './view.ts';

const FRAME = { width: 600, height: 400 };
/** Where a point of the whole map, at (x, y) px there, stands in a view. */
const seen = ({ k, x, y }: { k: number; x: number; y: number }, at: readonly [number, number]) =>
  [k * at[0] + x, k * at[1] + y] as const;

describe('flightView', () => {
  const home = [100, 350] as const;
  const start = { ...WHOLE, k: 2, x: -30, y: 12 };
  const begin = { k: start.k, place: seen(start, home) };

  it('begins where the map is, and ends with the point in the middle at the wanted zoom', () => {
    const first = flightView(begin, 8, 0, start, begin.place, FRAME);
    expect([first.k, first.x, first.y]).toEqual([2, -30, 12]);
    const last = flightView(begin, 8, 1, start, begin.place, FRAME);
    expect(last.k).toBeCloseTo(8, 12);
    expect(seen(last, home)[0]).toBeCloseTo(300, 9);
    expect(seen(last, home)[1]).toBeCloseTo(200, 9);
  });

  it('ends in the middle though the point moved on the way', () => {
    const half = flightView(begin, 8, 0.5, start, begin.place, FRAME);
    const elsewhere = [140, 300] as const;
    const last = flightView(begin, 8, 1, half, seen(half, elsewhere), FRAME);
    expect(seen(last, elsewhere)[0]).toBeCloseTo(300, 9);
  });
});

describe('returnView', () => {
  it('ends with all in sight', () => {
    const back = returnView({ k: 9, x: 80, y: -4, turn: NO_TURN }, 1, NO_TURN);
    expect([back.k, back.x, back.y].map((value) => value + 0)).toEqual([1, 0, 0]);
  });
});

describe('closeZoom', () => {
  it('goes closer the more points there are, never farther away, never beyond the limit', () => {
    expect(closeZoom(50_000, 1)).toBeGreaterThan(closeZoom(2000, 1));
    expect(closeZoom(100, 20)).toBe(20);
    expect(closeZoom(1e9, 1)).toBe(ZOOM.most);
  });
});

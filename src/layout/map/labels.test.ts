import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTextWidth } from '../textWidth.ts';
import { LABEL_SIZES, type LabelsWanted, type MapLabel, mapLabels } from './labels.ts';

const FRAME = { width: 640, height: 400 };
const WORDS = ['king', 'queen', '天地玄黃', 'кириллица', 'كتاب', '👩‍🚀', 'a', 'internationalisation'];

function wanted(screen: Float32Array, more: Partial<LabelsWanted> = {}): LabelsWanted {
  return {
    screen,
    frame: FRAME,
    first: [],
    bold: new Set(),
    kept: [],
    order: Array.from({ length: screen.length / 2 }, (_, i) => i),
    emWidth: (i) => estimateTextWidth(WORDS[i % WORDS.length] ?? '', 1),
    isFaint: () => false,
    most: 30,
    ...more,
  };
}

const boxOf = ({ x, y, width }: MapLabel) => ({
  left: x,
  right: x + width,
  top: y - 0.75 * LABEL_SIZES.font,
  bottom: y + 0.2 * LABEL_SIZES.font,
});

type Box = ReturnType<typeof boxOf>;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function covers(a: Box, screen: Float32Array, index: number): boolean {
  const [x = 0, y = 0] = screen.slice(2 * index);
  return x > a.left && x < a.right && y > a.top && y < a.bottom;
}

const screens = fc
  .array(fc.tuple(fc.integer({ min: -30, max: 670 }), fc.integer({ min: -30, max: 430 })), { maxLength: 200 })
  .map((places) => Float32Array.from(places.flat()));

describe('mapLabels', () => {
  it('never lets one label cover another, or a labelled dot, or be cut off', () => {
    fc.assert(
      fc.property(screens, (screen) => {
        const labels = mapLabels(wanted(screen));
        expect(labels.length).toBeLessThanOrEqual(30);
        const boxes = labels.map(boxOf);
        for (const [i, a] of boxes.entries()) {
          const room = Math.min(a.left, a.top, FRAME.width - a.right, FRAME.height - a.bottom);
          expect(room).toBeGreaterThanOrEqual(0);
          expect(boxes.slice(i + 1).filter((b) => overlaps(a, b))).toEqual([]);
          expect(labels.filter(({ index }) => covers(a, screen, index))).toEqual([]);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('gives the most important ones their place first', () => {
    const crowd = Float32Array.from({ length: 80 }, (_, i) => (i % 2 === 0 ? 300 + (i % 7) : 200 + (i % 5)));
    const order = Array.from({ length: 40 }, (_, i) => 39 - i);
    expect(mapLabels(wanted(crowd, { order })).map(({ index }) => index)[0]).toBe(39);
  });

  it('shows those that are asked for however crowded, larger if bold; faint ones never unasked', () => {
    const crowd = Float32Array.from({ length: 20 }, () => 200);
    const labels = mapLabels(wanted(crowd, { first: [4, 7], bold: new Set([7]), isFaint: (i) => i === 4 }));
    expect(labels.filter(({ index }) => index === 4 || index === 7)).toHaveLength(2);
    expect(labels.find(({ index }) => index === 7)?.isBold).toBe(true);
    expect(mapLabels(wanted(Float32Array.of(9, 50), { isFaint: () => true }))).toEqual([]);
  });

  it('keeps the labels of before while points move', () => {
    const pair = Float32Array.of(200, 200, 204, 201);
    expect(mapLabels(wanted(pair)).map(({ index }) => index)).toEqual([0]);
    expect(mapLabels(wanted(pair, { kept: [1] })).map(({ index }) => index)).toEqual([1]);
  });

  it('words that have to be shown stand apart where their points crowd, with a line to the point', () => {
    const crowd = fc.array(fc.tuple(fc.integer({ min: 290, max: 310 }), fc.integer({ min: 190, max: 210 })), {
      minLength: 4,
      maxLength: 6,
    });
    fc.assert(
      fc.property(crowd, (places) => {
        const first = places.map((_, i) => i);
        const labels = mapLabels(wanted(Float32Array.from(places.flat()), { first, most: 0 }));
        expect(labels).toHaveLength(first.length);
        const boxes = labels.map(boxOf);
        for (const [i, a] of boxes.entries())
          expect(boxes.slice(i + 1).filter((b) => overlaps(a, b))).toEqual([]);
        for (const { leader, index, x, y } of labels) {
          const [px = 0, py = 0] = places[index] ?? [];
          expect(leader !== null || Math.hypot(x - px, y - py) < 200).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('nothing is written under what covers the map, neither asked for nor not', () => {
    const blocked = [{ left: 400, top: 300, right: 640, bottom: 400 }];
    const corner = Float32Array.of(390, 350, 410, 310, 500, 350, 100, 100);
    for (const first of [[], [0, 1]]) {
      const labels = mapLabels(wanted(corner, { blocked, first }));
      expect(labels.length).toBeGreaterThan(1);
      for (const label of labels) expect(blocked.filter((box) => overlaps(boxOf(label), box))).toEqual([]);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutTagChart, TAG_BAR, type TagRowPlace } from './tagChart.ts';
import { columnsEnd } from './wordColumns.ts';

const word = fc.string({ minLength: 1, maxLength: 24 });
const heights = ({ label, bar, value }: TagRowPlace) => [label, bar, bar + TAG_BAR.height, value];
const sentence = fc.array(word, { maxLength: 9 });

describe('layoutTagChart', () => {
  it('keeps everything apart and inside, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sentence, fc.integer({ min: 0, max: 4 })), { maxLength: 3 }),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 0, max: 1500 }),
        (groups, lines, room) => {
          const layout = layoutTagChart(
            groups.map(([words]) => words),
            groups.map(([, rows]) => rows),
            lines,
            room,
          );
          const ys = layout.groups.flatMap(({ words, rows }) => [words, ...rows.flatMap(heights)]);
          const all = [0, ...ys, ...layout.footer.flatMap((y) => [y, y + 19]), layout.height];
          expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
          expect(columnsEnd(layout.columns, layout.start)).toBeLessThan(layout.width);
          expect(layout.columns.every(({ width }) => width > TAG_BAR.width)).toBe(true);
        },
      ),
    );
  });

  it('puts the same step of two sentences into the same column', () => {
    const { groups, columns } = layoutTagChart(
      [
        ['he', 'said'],
        ['she', 'remembered', 'him'],
      ],
      [1, 1],
      0,
      300,
    );
    expect(groups[0]?.columns[1]?.x).toBe(groups[1]?.columns[1]?.x);
    expect(columns).toHaveLength(3);
    expect(groups[0]?.columns).toHaveLength(2);
  });

  it('takes the room there is, and asks for more when that is too little', () => {
    const words = ['he', 'said', 'so'];
    const width = (room: number) => layoutTagChart([words], [1], 0, room).width;
    expect(width(300)).toBeLessThanOrEqual(300);
    expect(width(320)).toBeGreaterThan(width(280));
    expect(width(100)).toBeGreaterThan(100);
    expect(width(5000)).toBeLessThan(400);
    const long = layoutTagChart([['he', 'Roosevelt', 'president', 'a']], [1], 0, 360);
    expect(long.width).toBeLessThanOrEqual(360);
    expect(long.width).toBeGreaterThan(350);
  });
});

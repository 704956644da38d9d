import { describe, expect, it } from 'vitest';
import { type NetBox, windowNet } from './windowNet.ts';

const SIZES = { width: 700, context: 4, dimensions: 8, hidden: 12, rows: 6 };

const within = (width: number, { x, width: wide }: NetBox) => x >= 0 && x + wide <= width + 1e-9;

describe.each([700, 320])('windowNet, %i px wide', (width) => {
  const net = windowNet({ ...SIZES, width });

  it('has everything that was asked for, within its width', () => {
    expect([net.words.length, net.units.length, net.rows.length]).toEqual([4, 12, 6]);
    const boxes = [...net.words.flatMap(({ box, cells }) => [box, ...cells]), ...net.units, ...net.rows];
    for (const box of boxes) expect(within(width, box)).toBe(true);
    expect(net.words[0]?.cells).toHaveLength(8);
  });

  it('cells of a strip touch and do not overlap', () => {
    for (const cells of [...net.words.map((word) => word.cells), net.units]) {
      cells.slice(1).forEach((cell, i) => {
        const before = cells[i]!;
        expect(cell.x).toBeCloseTo(before.x + before.width, 9);
      });
    }
  });

  it('words, vectors, units and rows follow one another downwards', () => {
    const [word] = net.words;
    expect(word!.box.y + word!.box.height).toBeLessThan(word!.cells[0]!.y);
    expect(word!.cells[0]!.y + word!.cells[0]!.height).toBeLessThan(net.units[0]!.y);
    expect(net.units[0]!.y + net.units[0]!.height).toBeLessThan(net.rows[0]!.y);
    expect(net.rows[5]!.y + net.rows[5]!.height).toBeLessThan(net.height);
  });
});

it('without a tanh layer one block leads from the vectors to the rows', () => {
  const net = windowNet({ ...SIZES, hidden: 0 });
  expect(net.hiddenBlock).toBeNull();
  expect(net.units).toEqual([]);
  expect(net.height).toBeLessThan(windowNet(SIZES).height);
});

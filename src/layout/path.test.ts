import { describe, expect, it } from 'vitest';
import { arrowHead, roundedPath } from './path.ts';

describe('roundedPath', () => {
  it('goes straight between two points', () => {
    expect(
      roundedPath([
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ]),
    ).toBe('M0 0L10 0');
  });

  it('rounds a corner by the radius', () => {
    const path = roundedPath(
      [
        { x: 0, y: 0 },
        { x: 20, y: 0 },
        { x: 20, y: 20 },
      ],
      5,
    );
    expect(path).toBe('M0 0L15 0Q20 0 20 5L20 20');
  });

  it('skips repeated points and takes none at all', () => {
    expect(
      roundedPath([
        { x: 1, y: 1 },
        { x: 1, y: 1 },
        { x: 4, y: 1 },
      ]),
    ).toBe('M1 1L4 1');
    expect(roundedPath([])).toBe('');
  });
});

describe('arrowHead', () => {
  it('has its tip at the end and lies behind it', () => {
    expect(
      arrowHead(
        [
          { x: 0, y: 0 },
          { x: 0, y: -10 },
        ],
        6,
      ),
    ).toBe('M0 -10L3 -4L-3 -4Z');
  });

  it('is empty without a direction', () => expect(arrowHead([{ x: 1, y: 1 }])).toBe(''));
});

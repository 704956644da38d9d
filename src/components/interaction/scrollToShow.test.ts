import { describe, expect, it } from 'vitest';
import { scrollToShow } from './scrollToShow.ts';

const view = { scrollLeft: 100, width: 300, covered: 40 };

describe('scrollToShow', () => {
  it('stays when it is in sight', () => expect(scrollToShow(view, 150, 230)).toBe(100));
  it('moves right just enough', () => expect(scrollToShow(view, 390, 470)).toBe(170));
  it('moves left past what sticks there', () => expect(scrollToShow(view, 120, 200)).toBe(80));
  it('never moves before the start', () => expect(scrollToShow(view, 10, 90)).toBe(0));
  it('shows the left end of what is too wide', () => expect(scrollToShow(view, 200, 900)).toBe(160));
});

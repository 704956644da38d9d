import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTextWidth } from './textWidth.ts';
import { columnsEnd, wordColumns } from './wordColumns.ts';

const OPTIONS = { least: 60, most: 150, fontSize: 16, start: 10 };

describe('wordColumns', () => {
  it('stand side by side without a gap, within their widths, and hold their words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 })), (words) => {
        const columns = wordColumns(words, OPTIONS);
        let end = OPTIONS.start;
        for (const { left, width, x, text } of columns) {
          expect(left).toBe(end);
          expect(width).toBeGreaterThanOrEqual(60);
          expect(width).toBeLessThanOrEqual(150);
          expect(x).toBe(left + width / 2);
          expect(estimateTextWidth(text, 16)).toBeLessThanOrEqual(width);
          end += width;
        }
        expect(columnsEnd(columns, OPTIONS.start)).toBe(end);
      }),
    );
  });

  it('shorten a long word with an ellipsis and leave a short one alone', () => {
    const [short, long] = wordColumns(['owl', 'w'.repeat(60)], OPTIONS);
    expect(short?.text).toBe('owl');
    expect(long?.text.endsWith('…')).toBe(true);
  });
});

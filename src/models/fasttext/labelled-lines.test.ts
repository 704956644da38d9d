import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLabelledLine, readLabelledLines } from './labelled-lines.ts';

describe('readLabelledLine', () => {
  it('takes labels wherever they stand, each once', () => {
    expect(readLabelledLine('__label__good the soup  __label__warm was fine __label__good', 3)).toEqual({
      line: 3,
      labels: ['good', 'warm'],
      text: 'the soup was fine',
    });
  });

  it.each([
    ['the soup', 'no-label'],
    ['__label__ the soup', 'empty-label'],
    ['__label__good', 'no-text'],
  ])('of %j says %s', (source, code) => {
    expect(readLabelledLine(source, 7)).toMatchObject({ line: 7, code, found: source });
  });
});

describe('readLabelledLines', () => {
  it('counts lines as an editor does, whatever ends them', () => {
    const { lines, faults } = readLabelledLines('__label__a x\r\n\r\nno label\n__label__b 很 好\r__label__c');
    expect(lines.map(({ line, labels }) => [line, ...labels])).toEqual([
      [1, 'a'],
      [4, 'b'],
    ]);
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [3, 'no-label'],
      [5, 'no-text'],
    ]);
  });

  it('loses no line, of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z_ ]{0,12}$/)), (sources) => {
        const { lines, faults } = readLabelledLines(sources.join('\n'));
        const filled = sources.filter((source) => source.trim() !== '');
        expect(lines.length + faults.length).toBe(filled.length);
      }),
    );
  });
});

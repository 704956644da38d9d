import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineCutter } from './lines.ts';

function cut(text: string, size: number, longest = 1000): { lines: string[]; isEndless: boolean } {
  const bytes = new TextEncoder().encode(text);
  const got: string[] = [];
  const cutter = createLineCutter((given, start, end) => {
    expect(given[end - 1]).toBe(0x0a);
    got.push(new TextDecoder().decode(given.slice(start, end)));
    return true;
  }, longest);
  for (let at = 0; at < bytes.length; at += size) if (!cutter.push(bytes.slice(at, at + size))) break;
  if (!cutter.isEndless) cutter.end();
  return { lines: got.join('').split('\n'), isEndless: cutter.isEndless };
}

describe('lines of bytes that come in pieces', () => {
  it('are whole, whatever the pieces, the last one too', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '鲸', ' '), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (all, size) => {
        const expected = all === '' || all.endsWith('\n') ? all : `${all}\n`;
        expect(cut(all, size).lines.join('\n')).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('are given up when one does not end', () => {
    expect(cut(`a\n${'x'.repeat(500)}`, 7, 100)).toMatchObject({ lines: ['a', ''], isEndless: true });
  });
});

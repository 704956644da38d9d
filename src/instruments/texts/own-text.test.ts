import { describe, expect, it } from 'vitest';
import { beginningOf, fileOf, firstLines, fitsLink } from './own-text.ts';

describe('fitsLink', () => {
  it('goes by bytes of UTF-8', () => {
    expect(fitsLink('x'.repeat(2048))).toBe(true);
    expect(fitsLink('x'.repeat(2049))).toBe(false);
    expect(fitsLink('鲸'.repeat(682))).toBe(true);
    expect(fitsLink('鲸'.repeat(683))).toBe(false);
  });
});

describe('a text without a name', () => {
  it('is called by its first words', async () => {
    expect(beginningOf('  Call me\n\tIshmael. Some years ago')).toBe('Call me Ishmael. Some ye…');
    expect(beginningOf('鲸')).toBe('鲸');
    expect(beginningOf('😀'.repeat(30))).toBe(`${'😀'.repeat(24)}…`);
    const file = fileOf('床前明月光');
    expect([file.name, await file.text()]).toEqual(['床前明月光', '床前明月光']);
  });
});

describe('firstLines', () => {
  it('leaves out blank lines and shortens long ones', () => {
    expect(firstLines('\n a \r\n\r\nb\rc\n')).toEqual([' a ', 'b', 'c']);
    expect(firstLines('x'.repeat(1e6))).toEqual([`${'x'.repeat(119)}…`]);
    expect(firstLines('x\n'.repeat(50))).toHaveLength(5);
    const paragraphs = firstLines(`${'a'.repeat(900)}\n`.repeat(9));
    expect(paragraphs).toEqual(new Array(5).fill(`${'a'.repeat(119)}…`));
    expect(firstLines('')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAG, LOCALES } from '../../i18n/locale.ts';
import { textsMessages } from '../../i18n/messages/texts.ts';
import { translate } from '../../i18n/translate.ts';
import type { FileKind, IntakeFault } from '../../workers/text-protocol.ts';
import { faultText } from './fault-text.ts';

const NAME = '诗.zip/静夜思.txt';
const KINDS = [
  'pdf',
  'word',
  'office',
  'ebook',
  'image',
  'media',
  'archive',
  'program',
] as const satisfies FileKind[];
const FAULTS: readonly IntakeFault[] = [
  { code: 'empty', name: NAME },
  { code: 'binary', name: NAME, offset: 1_048_575, byte: 7 },
  { code: 'unknown-encoding', name: NAME, offset: 5, byte: 0xea },
  { code: 'too-large', name: NAME, bytes: 73_400_000, limit: 50_000_000 },
  ...KINDS.map((kind): IntakeFault => ({ code: 'other-kind', name: NAME, kind })),
  ...[0, 1, 12].map((files): IntakeFault => ({ code: 'zip-without-text', name: NAME, files })),
  { code: 'zip-damaged', name: NAME, detail: 'bad checksum' },
  { code: 'zip-encrypted', name: NAME },
  { code: 'zip-method', name: NAME, method: 14 },
  { code: 'unreadable', name: NAME, detail: 'not found' },
];

describe.each(LOCALES)('faults in words, %s', (locale) => {
  const say = (fault: IntakeFault) =>
    faultText((code, values) => translate(locale, code, values, textsMessages), fault, LANGUAGE_TAG[locale]);

  it.each(FAULTS)('name the file and end in a sentence: %j', (fault) => {
    const said = say(fault);
    expect(said).toContain(NAME);
    expect(said).not.toMatch(/[{}]|undefined|texts\.[a-z]/);
    expect(said).toMatch(/[.。]$/);
  });

  it('are different for different faults', () => {
    expect(new Set(FAULTS.map(say)).size).toBe(FAULTS.length);
  });

  it('give the byte and its place, counted from 1, and sizes with their unit', () => {
    expect(say({ code: 'binary', name: NAME, offset: 1_048_575, byte: 7 })).toMatch(/1,048,576.*07/);
    expect(say({ code: 'unknown-encoding', name: NAME, offset: 5, byte: 0xea })).toMatch(/6.*EA/);
    expect(say({ code: 'too-large', name: NAME, bytes: 73_400_000, limit: 50_000_000 })).toMatch(
      /73\.4 MB.*50 MB/,
    );
  });
});

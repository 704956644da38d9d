import { expect, it } from 'vitest';
import { documentKind, isZip, kindOf } from './file-kinds.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

it.each([
  ['%PDF-1.4', 'pdf'],
  ['\x89PNG\r\n\x1a\n', 'image'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'image'],
  ['RIFF\x24\0\0\0WAVEfmt ', 'media'],
  ['\0\0\0\x18ftypmp42', 'media'],
  ['\x7fELF\x02', 'program'],
  ['Call me Ishmael', null],
  ['MM. Dupont et', null],
  ['RIFF is a word', null],
  ['', null],
] as const)('knows %j by its first bytes: %s', (beginning, kind) => {
  expect(kindOf(bytes(beginning))).toBe(kind);
  expect(isZip(bytes(beginning))).toBe(false);
});

it('knows an archive, an empty one too, and documents among archives', () => {
  expect(isZip(bytes('PK\x03\x04\x14'))).toBe(true);
  expect(isZip(bytes('PK\x05\x06\0'))).toBe(true);
  expect(isZip(bytes('PK is text'))).toBe(false);
  expect(documentKind(['_rels/.rels', 'word/document.xml'])).toBe('word');
  expect(documentKind(['a.txt'])).toBeNull();
});

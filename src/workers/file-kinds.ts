import type { FileKind } from './text-protocol.ts';

/** Bytes at the beginning that tell. */
export const KIND_BYTES = 16;

/** Beginnings of files that are no text (or text that nobody wants to read), as their formats fix them. `.` stands for any byte. */
const BEGINNINGS: readonly (readonly [FileKind, string])[] = [
  ['pdf', '%PDF-'],
  ['word', '{\\rtf'],
  ['word', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['image', '\x89PNG\r\n'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'II*\0'],
  ['image', 'MM\0*'],
  ['image', 'RIFF....WEBP'],
  ['media', 'RIFF....WAVE'],
  ['media', '....ftyp'],
  ['media', 'ID3\x03'],
  ['media', 'ID3\x04'],
  ['media', 'OggS'],
  ['media', 'fLaC'],
  ['archive', '\x1f\x8b'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', 'Rar!\x1a\x07'],
  ['archive', '\xfd7zXZ\0'],
  ['archive', 'BZh'],
  ['program', '\x7fELF'],
  ['program', 'MZ\x90\0'],
];

const ZIPS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

export function isZip(beginning: Uint8Array): boolean {
  return ZIPS.some((zip) => begins(beginning, zip));
}

/** What a file is that is not to be read as text; null: it may be text. */
export function kindOf(beginning: Uint8Array): FileKind | null {
  return BEGINNINGS.find(([, start]) => begins(beginning, start))?.[0] ?? null;
}

function begins(bytes: Uint8Array, start: string): boolean {
  return [...start].every((character, i) => character === '.' || bytes[i] === character.charCodeAt(0));
}

/** Archives that are documents, by the files in them. */
const DOCUMENTS: readonly (readonly [FileKind, string])[] = [
  ['word', 'word/document.xml'],
  ['office', 'xl/workbook.xml'],
  ['office', 'ppt/presentation.xml'],
  ['ebook', 'META-INF/container.xml'],
  ['word', 'content.xml'],
];

export function documentKind(names: readonly string[]): FileKind | null {
  return DOCUMENTS.find(([, name]) => names.includes(name))?.[0] ?? null;
}

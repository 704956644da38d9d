import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { readTexts } from './text-intake.ts';
import type { IntakeFault, IntakeProgress, ReadTexts } from './text-protocol.ts';

let progress: IntakeProgress[];
const read = (files: readonly File[], limit?: number) => {
  let time = 0;
  progress = [];
  return readTexts(files, {
    now: () => (time += 60),
    onProgress: (one) => progress.push(one),
    ...(limit ? { limit } : {}),
  });
};
async function texts(...files: readonly File[]): Promise<ReadTexts> {
  const result = await read(files);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.read;
}
async function fault(...files: readonly File[]): Promise<IntakeFault> {
  const result = await read(files);
  if (result.ok) throw new Error('was read');
  return result.fault;
}

const file = (name: string, ...parts: readonly (string | Uint8Array)[]) =>
  new File(
    parts.map((part) => (typeof part === 'string' ? part : Uint8Array.from(part))),
    name,
  );
type Contents = Readonly<Record<string, string | Uint8Array>>;
async function zipBytes(contents: Contents, options: { password?: string } = {}): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  for (const [name, content] of Object.entries(contents)) {
    const reader = typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content);
    await writer.add(name, reader);
  }
  return writer.close();
}
const zip = async (name: string, contents: Contents) => file(name, await zipBytes(contents));

/**
 * Made by Python's zipfile: 诗/静夜思.txt (in GBK, its name too), 诗/notes.md, and what is not to be read: __MACOSX/._a.txt,
 * .hidden.txt and pic.png.
 */
const CHINESE_ZIP =
  'UEsDBBQAAAAIAAAAIVDDNr2RHgAAABkAAAANAAAAyqsvvrLSucu8LnR4dAEZAOb/tLLHsMP31MK54qOs0snKx7XYyc/LqqGjClBLAwQUAAAACAAAACFQ6/XQvQoAAAAI' +
  'AAAACwAAAMqrL25vdGVzLm1kU1bwyy9JLeYCAFBLAwQUAAAACAAAACFQcOazMQQAAAACAAAAEAAAAF9fTUFDT1NYLy5fYS50eHRjYAUAUEsDBBQAAAAIAAAAIVAfKKpn' +
  'BAAAAAIAAAALAAAALmhpZGRlbi50eHTLywcAUEsDBBQAAAAIAAAAIVClvutbBgAAAAQAAAAHAAAAcGljLnBuZ+sM8HMHAFBLAQIUAxQAAAAIAAAAIVDDNr2RHgAAABkA' +
  'AAANAAAAAAAAAAAAAACAAQAAAADKqy++stK5y7wudHh0UEsBAhQDFAAAAAgAAAAhUOv10L0KAAAACAAAAAsAAAAAAAAAAAAAAIABSQAAAMqrL25vdGVzLm1kUEsBAhQD' +
  'FAAAAAgAAAAhUHDmszEEAAAAAgAAABAAAAAAAAAAAAAAAIABfAAAAF9fTUFDT1NYLy5fYS50eHRQSwECFAMUAAAACAAAACFQHyiqZwQAAAACAAAACwAAAAAAAAAAAAAA' +
  'gAGuAAAALmhpZGRlbi50eHRQSwECFAMUAAAACAAAACFQpb7rWwYAAAAEAAAABwAAAAAAAAAAAAAAgAHbAAAAcGljLnBuZ1BLBQYAAAAABQAFACABAAAGAQAAAAA=';

describe('reads', () => {
  it('a file, whatever its name says, with what it was found to be', async () => {
    const { name, text, files, blob, skipped } = await texts(file('a.log', 'Call me Ishmael.\n'));
    expect({ name, text, skipped }).toEqual({ name: 'a.log', text: 'Call me Ishmael.\n', skipped: 0 });
    expect(files).toEqual([{ name: 'a.log', encoding: 'utf-8', bytes: 17 }]);
    expect(await blob.text()).toBe(text);
  });

  it('several in the order of their names, numbers by their value, each on lines of its own', async () => {
    const result = await texts(file('b10.txt', 'ten'), file('b2.txt', 'two'), file('a.md', '# A\n'));
    expect(result.text).toBe('# A\ntwo\nten');
    expect(result.name).toBe('a.md + 2');
    expect(result.files.map(({ name }) => name)).toEqual(['a.md', 'b2.txt', 'b10.txt']);
  });

  it('the texts of an archive, in folders, with Chinese names of an old program', async () => {
    const bytes = Uint8Array.from(Buffer.from(CHINESE_ZIP, 'base64'));
    const result = await texts(file('诗.zip', bytes));
    expect(result.files).toEqual([
      { name: '诗.zip/诗/notes.md', encoding: 'utf-8', bytes: 8 },
      { name: '诗.zip/诗/静夜思.txt', encoding: 'gb18030', bytes: 25 },
    ]);
    expect(result.text).toBe('# Notes\n床前明月光，疑是地上霜。\n');
    expect(result.skipped).toBe(1);
  });

  it('an archive that does not call itself one, beside a file', async () => {
    const inner = await zip('texts', { 'x/y/z.TXT': '鲸', 'x/empty.txt': '', 'x/data.csv': '1' });
    const result = await texts(file('a.txt', 'A'), inner);
    expect(result.text).toBe('A\n鲸');
    expect(result.skipped).toBe(1);
  });

  it('a text that turns out to be GB18030 late, and says how far it is', async () => {
    const chinese = Uint8Array.of(0xb4, 0xb2, 0xc7, 0xb0, 0xc3, 0xf7, 0xd4, 0xc2);
    const { text, files } = await texts(file('late.txt', 'x'.repeat(400_000), chinese));
    expect(text.slice(-5)).toBe('x床前明月');
    expect(files[0]?.encoding).toBe('gb18030');
    expect(progress.length).toBeGreaterThan(1);
    expect(progress.every(({ total, done }) => total === 400_008 && done <= total)).toBe(true);
  });

  it('equal texts under equal ids, others under others', async () => {
    const [a, b, c] = [
      await texts(file('a', '鲸!')),
      await texts(file('b', '鲸!')),
      await texts(file('c', '鲸?')),
    ];
    expect(a.id).toBe(b.id);
    expect(c.id).not.toBe(a.id);
  });
});

describe('says what is wrong', () => {
  it('nothing in it', async () => {
    expect(await fault(file('a.txt'))).toEqual({ code: 'empty', name: 'a.txt' });
    expect(await fault(await zip('a.zip', { 'b.txt': '' }))).toEqual({ code: 'empty', name: 'a.zip' });
  });

  it('no text: which byte', async () => {
    const broken = file('a.txt', 'x'.repeat(300_000), Uint8Array.of(7), 'x');
    expect(await fault(broken)).toEqual({ code: 'binary', name: 'a.txt', offset: 300_000, byte: 7 });
    expect(
      await fault(file('f.txt', 'une f', Uint8Array.of(0xea), 'te ', Uint8Array.of(0xe0), ' la fin')),
    ).toEqual({
      code: 'unknown-encoding',
      name: 'f.txt',
      offset: 5,
      byte: 0xea,
    });
    const inside = await zip('a.zip', { 'ok.txt': 'ok', 'x/no.txt': Uint8Array.of(0x61, 0, 0, 0x62, 1) });
    expect(await fault(inside)).toMatchObject({ code: 'binary', name: 'a.zip/x/no.txt', offset: 1 });
  });

  it('too large, before it is read and while it is', async () => {
    const result = await read([file('a.txt', 'x'.repeat(60)), file('b.txt', 'x'.repeat(50))], 100);
    const expected = { code: 'too-large', name: 'a.txt + 1', bytes: 110, limit: 100 };
    expect(result).toEqual({ ok: false, fault: expected });
    expect((await read([file('a.txt', 'x'.repeat(100))], 100)).ok).toBe(true);
    const bytes = await zipBytes({ 'bomb.txt': 'x'.repeat(5000) });
    // Where the directory says how much there is: less than that.
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 9, true);
    const lied = await read([file('bomb.zip', bytes)], 100);
    expect(lied.ok).toBe(false);
    expect(!lied.ok && ['too-large', 'zip-damaged'].includes(lied.fault.code)).toBe(true);
  });

  it.each([
    ['paper.pdf', '%PDF-1.7\n', 'pdf'],
    ['letter.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'word'],
    ['notes.rtf', '{\\rtf1\\ansi hello}', 'word'],
    ['photo.txt', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image'],
    ['texts.tar.gz', Uint8Array.of(0x1f, 0x8b, 8, 0), 'archive'],
  ] as const)('%s is no text', async (name, content, kind) => {
    expect(await fault(file(name, content))).toEqual({ code: 'other-kind', name, kind });
  });

  it.each([
    ['a.docx', 'word/document.xml', 'word'],
    ['a.xlsx', 'xl/workbook.xml', 'office'],
    ['a.epub', 'META-INF/container.xml', 'ebook'],
  ])('%s is a document in an archive', async (name, entry, kind) => {
    expect(await fault(await zip(name, { [entry]: '<x/>', 'a.txt': 'x' }))).toEqual({
      code: 'other-kind',
      name,
      kind,
    });
  });

  it('an archive without texts, locked, or damaged', async () => {
    const pictures = await zip('a.zip', {
      'a.png': 'x',
      'b.html': 'x',
      '.c.txt': 'x',
      '__MACOSX/d.txt': 'x',
    });
    expect(await fault(pictures)).toEqual({ code: 'zip-without-text', name: 'a.zip', files: 2 });
    const locked = file('l.zip', await zipBytes({ 'a.txt': 'secret' }, { password: 'p' }));
    expect(await fault(locked)).toEqual({ code: 'zip-encrypted', name: 'l.zip/a.txt' });
    const whole = await zipBytes({ 'a.txt': 'The whale. '.repeat(500) });
    expect(await fault(file('cut.zip', whole.subarray(0, 60)))).toMatchObject({
      code: 'zip-damaged',
      name: 'cut.zip',
    });
    const bent = whole.slice();
    // Within what is packed.
    bent.fill(0x55, 50, 56);
    expect(await fault(file('bent.zip', bent))).toMatchObject({
      code: 'zip-damaged',
      name: 'bent.zip/a.txt',
    });
  });

  it('a compression that browsers do not have', async () => {
    const bytes = await zipBytes({ 'a.txt': 'The whale. '.repeat(50) });
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    const lzma = 14;
    view.setUint16(8, lzma, true);
    view.setUint16(directory + 10, lzma, true);
    expect(await fault(file('a.zip', bytes))).toEqual({
      code: 'zip-method',
      name: 'a.zip/a.txt',
      method: lzma,
    });
  });

  it('a folder, or a file that has gone', async () => {
    const gone = file('gone', 'x');
    gone.slice = () => {
      throw new DOMException('not there', 'NotFoundError');
    };
    expect(await fault(gone)).toEqual({ code: 'unreadable', name: 'gone', detail: 'not there' });
  });
});

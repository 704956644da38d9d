import type { Entry, FileEntry } from '@zip.js/zip.js';
import { decodeText } from '../models/text/decode.ts';
import { documentKind } from './file-kinds.ts';
import { IntakeError } from './intake-error.ts';
import type { TextPart } from './text-parts.ts';

/** Files that are taken for text by their names. */
const TEXT_NAME = /\.(txt|text|md|markdown)$/i;
const LINE_FEED = 0x0a;
/** The flag by which an entry says that its name is in UTF-8. */
const IS_UTF_8 = 0x0800;
/** What macOS adds, and files that hide. */
const HIDDEN = /(^|\/)(__MACOSX\/|\.)/;

export interface ZipTexts {
  readonly parts: readonly TextPart[];
  /** Files that are no text by their names. */
  readonly skipped: number;
}

/** The texts of an archive, in the order of their names. Throws `IntakeError`. */
export async function zipTexts(file: File): Promise<ZipTexts> {
  const entries = await entriesOf(file);
  const kind = documentKind(entries.map(({ filename }) => filename));
  if (kind) throw new IntakeError({ code: 'other-kind', name: file.name, kind });
  const names = namesOf(entries);
  const files = entries.flatMap((entry): Named[] => {
    const name = names.get(entry) ?? entry.filename;
    return entry.directory || HIDDEN.test(name) ? [] : [{ entry, name }];
  });
  const texts = files.filter(({ name }) => TEXT_NAME.test(name));
  if (texts.length === 0)
    throw new IntakeError({ code: 'zip-without-text', name: file.name, files: files.length });
  return { parts: texts.map((text) => partOf(file, text)), skipped: files.length - texts.length };
}

interface Named {
  readonly entry: FileEntry;
  readonly name: string;
}

/** Names that do not say that they are UTF-8 are so if all of them can be, else in GB18030, else as the library has them. */
function namesOf(entries: readonly Entry[]): ReadonlyMap<Entry, string> {
  const unsaid = entries.filter(({ rawBitFlag = 0 }) => (rawBitFlag & IS_UTF_8) === 0);
  const decoded = decodeText(
    Uint8Array.from(unsaid.flatMap(({ rawFilename }) => [...rawFilename, LINE_FEED])),
  );
  const names = decoded.ok ? decoded.text.split('\n') : [];
  return new Map(unsaid.map((entry, i) => [entry, names[i] ?? entry.filename]));
}

async function entriesOf(file: File): Promise<readonly Entry[]> {
  // Not before there is an archive: few readers have one.
  const { BlobReader, ZipReader } = await import('@zip.js/zip.js/lib/zip-core-native.js');
  const reader = new ZipReader(new BlobReader(file), { useWebWorkers: false });
  try {
    return await reader.getEntries();
  } catch (error) {
    throw damaged(file.name, error);
  }
}

function partOf(file: File, { entry, name: inside }: Named): TextPart {
  const name = `${file.name}/${inside}`;
  return {
    name,
    bytes: entry.uncompressedSize,
    async feed(push) {
      if (entry.encrypted) throw new IntakeError({ code: 'zip-encrypted', name });
      const stopped = new Error('enough');
      const sink = new WritableStream<Uint8Array>({
        write(piece) {
          if (!push(piece)) throw stopped;
        },
      });
      try {
        await entry.getData(sink, { checkSignature: true, useWebWorkers: false });
      } catch (error) {
        if (error !== stopped) throw unreadable(name, entry.compressionMethod, error);
      }
    },
  };
}

function unreadable(name: string, method: number, error: unknown): IntakeError {
  const isMethod = error instanceof Error && /compression method/i.test(error.message);
  return isMethod ? new IntakeError({ code: 'zip-method', name, method }) : damaged(name, error);
}

function damaged(name: string, error: unknown): IntakeError {
  if (error instanceof IntakeError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new IntakeError({ code: 'zip-damaged', name, detail });
}

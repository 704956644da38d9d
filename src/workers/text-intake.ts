import { countCharacters } from '../models/text/characters.ts';
import { isZip, KIND_BYTES, kindOf } from './file-kinds.ts';
import { hashText } from './hash.ts';
import { IntakeError } from './intake-error.ts';
import { decodePart, type TextPart } from './text-parts.ts';
import {
  type IntakeProgress,
  type IntakeResult,
  type ReadFile,
  type ReadTexts,
  TEXT_LIMIT,
} from './text-protocol.ts';
import { zipTexts } from './text-zip.ts';

export interface IntakeOptions {
  readonly onProgress: (progress: IntakeProgress) => void;
  /** Milliseconds from any origin. */
  readonly now: () => number;
  /** Most bytes of text together. */
  readonly limit?: number;
}

/** Milliseconds between two reports. */
const REPORT_MS = 100;

interface Plan {
  readonly name: string;
  readonly parts: readonly TextPart[];
  readonly skipped: number;
}

/** Files and archives as one text. Never throws: what is wrong, and where, comes back as a value. */
export async function readTexts(files: readonly File[], options: IntakeOptions): Promise<IntakeResult> {
  try {
    return { ok: true, read: await readPlan(await planFor(files), options) };
  } catch (error) {
    if (error instanceof IntakeError) return { ok: false, fault: error.fault };
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { code: 'stopped', detail } };
  }
}

const byName = new Intl.Collator('en', { numeric: true });

/** Every text in the order of its name, archives opened. */
async function planFor(files: readonly File[]): Promise<Plan> {
  const sorted = [...files].sort((a, b) => byName.compare(a.name, b.name));
  const parts: TextPart[] = [];
  let skipped = 0;
  for (const file of sorted) {
    const beginning = await beginningOf(file);
    const kind = kindOf(beginning);
    if (kind) throw new IntakeError({ code: 'other-kind', name: file.name, kind });
    const found = isZip(beginning) ? await zipTexts(file) : { parts: [filePart(file)], skipped: 0 };
    parts.push(...[...found.parts].sort((a, b) => byName.compare(a.name, b.name)));
    skipped += found.skipped;
  }
  const [first] = sorted;
  const more = sorted.length > 1 ? ` + ${sorted.length - 1}` : '';
  return { name: `${first?.name ?? ''}${more}`, parts, skipped };
}

async function beginningOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer());
  } catch (error) {
    throw unreadable(file, error);
  }
}

function filePart(file: File): TextPart {
  return {
    name: file.name,
    bytes: file.size,
    async feed(push) {
      const reader = file.stream().getReader();
      for (;;) {
        const { done, value } = await reader.read().catch((error: unknown) => {
          throw unreadable(file, error);
        });
        if (done) return;
        if (push(value)) continue;
        await reader.cancel();
        return;
      }
    },
  };
}

function unreadable(file: File, error: unknown): IntakeError {
  const detail = error instanceof Error ? error.message : String(error);
  return new IntakeError({ code: 'unreadable', name: file.name, detail });
}

async function readPlan({ name, parts, skipped }: Plan, options: IntakeOptions): Promise<ReadTexts> {
  const { now, onProgress, limit = TEXT_LIMIT } = options;
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const check = (bytes: number) => {
    if (bytes > limit) throw new IntakeError({ code: 'too-large', name, bytes, limit });
  };
  check(total);
  const files: ReadFile[] = [];
  const texts: string[] = [];
  let before = 0;
  let said = now();
  for (const part of parts) {
    const { file, texts: own } = await decodePart(part, (bytes) => {
      // An archive's directory may say less than there is.
      check(before + bytes);
      if (now() - said < REPORT_MS) return;
      said = now();
      onProgress({ done: before + bytes, total: Math.max(total, before + bytes), name: part.name });
    });
    before += file.bytes;
    if (own.every((text) => text === '')) continue;
    if (files.length > 0 && !texts.at(-1)?.endsWith('\n')) texts.push('\n');
    texts.push(...own.filter((text) => text !== ''));
    files.push(file);
  }
  if (files.length === 0) throw new IntakeError({ code: 'empty', name });
  return put({ name, files, skipped }, texts.join(''));
}

function put(facts: Pick<ReadTexts, 'name' | 'files' | 'skipped'>, text: string): ReadTexts {
  const blob = new Blob([text], { type: 'text/plain' });
  return { ...facts, text, id: textId(text), characters: countCharacters(text), blob };
}

/** Tells texts apart by accident, not against malice. */
function textId(text: string): string {
  return `${text.length.toString(36)}-${hashText(text).toString(36)}`;
}

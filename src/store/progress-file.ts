import { type LessonProgress, type Progress, readProgress } from './progress.ts';
import { isRecord } from './settings-storage.ts';

const PRODUCT = 'unrolled';
const KIND = 'progress';
const VERSION = 1;
/** No progress is longer; what is, is another file. In characters. */
const LONGEST = 1_000_000;

/** The reader's own progress as a file. */
export const writeProgressFile = (lessons: Progress): string =>
  `${JSON.stringify({ product: PRODUCT, kind: KIND, version: VERSION, lessons }, null, 2)}\n`;

/** Why a file was not taken; `found` is what stood there instead. */
export type ProgressFault =
  | { readonly code: 'settings.import-not-json' }
  | { readonly code: 'settings.import-too-long' }
  | { readonly code: 'settings.import-other'; readonly found: string }
  | { readonly code: 'settings.import-newer'; readonly found: string };

export type ProgressRead =
  | {
      readonly ok: true;
      readonly lessons: Progress;
      /** Entries could not be read and were left out. */
      readonly damaged: boolean;
    }
  | { readonly ok: false; readonly fault: ProgressFault };

const fault = (what: ProgressFault): ProgressRead => ({ ok: false, fault: what });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In a few words, what a file of another kind says that it is. */
function nameOf(value: unknown): string {
  if (!isRecord(value)) return Array.isArray(value) ? '[…]' : String(value).slice(0, 40);
  return typeof value.kind === 'string'
    ? value.kind.slice(0, 40)
    : `{${Object.keys(value).slice(0, 3).join(', ')}}`;
}

/** Progress out of a file's text. Whatever the file holds, nothing is thrown and nothing is changed. */
export function readProgressFile(text: string): ProgressRead {
  if (text.length > LONGEST) return fault({ code: 'settings.import-too-long' });
  const value = parse(text.replace(/^\uFEFF/, ''));
  if (value === undefined) return fault({ code: 'settings.import-not-json' });
  const isOurs =
    isRecord(value) && value.product === PRODUCT && value.kind === KIND && isRecord(value.lessons);
  if (!isOurs) return fault({ code: 'settings.import-other', found: nameOf(value) });
  if (value.version !== VERSION)
    return fault({ code: 'settings.import-newer', found: String(value.version) });
  const { lessons, broken } = readProgress(value);
  return { ok: true, lessons, damaged: broken };
}

const union = (mine: LessonProgress | undefined, other: LessonProgress): LessonProgress => ({
  passed: [...new Set([...(mine?.passed ?? []), ...other.passed])],
  finished: (mine?.finished ?? false) || other.finished,
});

/** Both together: a checkpoint passed anywhere is passed, a lesson finished anywhere is finished. */
export function mergeProgress(mine: Progress, other: Progress): Progress {
  const merged = Object.entries(other).map(([slug, lesson]) => [slug, union(mine[slug], lesson)] as const);
  return { ...mine, ...Object.fromEntries(merged) };
}

/** How many lessons, and how many passed checkpoints, a progress has beyond another. */
export function gained(
  before: Progress,
  after: Progress,
): { readonly lessons: number; readonly checkpoints: number } {
  const passed = (progress: Progress) =>
    Object.values(progress).reduce((sum, lesson) => sum + lesson.passed.length, 0);
  return {
    lessons: Object.keys(after).length - Object.keys(before).length,
    checkpoints: passed(after) - passed(before),
  };
}

import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { browserStorage, forgivingStorage, isRecord, type TextStorage } from './settings-storage.ts';

export interface LessonProgress {
  /** Ids of the checkpoints passed. */
  readonly passed: readonly string[];
  /** The reader has come to the end of the page. */
  readonly finished: boolean;
}
/** By slug; a lesson that was never opened has no entry. */
export type Progress = Readonly<Record<string, LessonProgress>>;

export interface ProgressStore {
  readonly lessons: Progress;
  /** `reset`: what was stored could not be read and was given up. */
  readonly notice: 'reset' | null;
  visit(slug: string): void;
  pass(slug: string, checkpoint: string): void;
  finish(slug: string): void;
  reset(): void;
  /** Takes over a progress that was merged with this one. */
  replace(lessons: Progress): void;
  dismissNotice(): void;
}

const NEW: LessonProgress = { passed: [], finished: false };

function readLesson(value: unknown): LessonProgress | null {
  if (!isRecord(value) || !Array.isArray(value.passed)) return null;
  const passed = value.passed.filter((id): id is string => typeof id === 'string');
  return { passed: [...new Set(passed)], finished: value.finished === true };
}

/** Progress out of anything that storage may hold; `broken` when something had to be given up. */
export function readProgress(stored: unknown): { readonly lessons: Progress; readonly broken: boolean } {
  const lessons = isRecord(stored) ? stored.lessons : null;
  if (!isRecord(lessons)) return { lessons: {}, broken: true };
  const read = Object.entries(lessons).map(([slug, value]) => [slug, readLesson(value)] as const);
  const good = read.filter((entry): entry is readonly [string, LessonProgress] => entry[1] !== null);
  return { lessons: Object.fromEntries(good), broken: good.length < read.length };
}

const updated = (
  lessons: Progress,
  slug: string,
  change: (old: LessonProgress) => LessonProgress,
): Progress => ({
  ...lessons,
  [slug]: change(lessons[slug] ?? NEW),
});

const withPassed = (old: LessonProgress, checkpoint: string): LessonProgress =>
  old.passed.includes(checkpoint) ? old : { ...old, passed: [...old.passed, checkpoint] };

export const createProgress = (storage: TextStorage) =>
  create<ProgressStore>()(
    persist(
      (set) => {
        const change = (slug: string, how: (old: LessonProgress) => LessonProgress) =>
          set(({ lessons }) => ({ lessons: updated(lessons, slug, how) }));
        return {
          lessons: {},
          notice: null,
          visit: (slug) => change(slug, (old) => old),
          pass: (slug, checkpoint) => change(slug, (old) => withPassed(old, checkpoint)),
          finish: (slug) => change(slug, (old) => ({ ...old, finished: true })),
          replace: (lessons) => set({ lessons }),
          reset: () => set({ lessons: {}, notice: null }),
          dismissNotice: () => set({ notice: null }),
        };
      },
      {
        name: 'unrolled.progress',
        version: 1,
        storage: forgivingStorage<Pick<ProgressStore, 'lessons'>>(storage),
        partialize: ({ lessons }) => ({ lessons }),
        migrate: (stored) => stored as Pick<ProgressStore, 'lessons'>,
        merge: (stored, current) => {
          if (stored === undefined) return current;
          const { lessons, broken } = readProgress(stored);
          return { ...current, lessons, notice: broken ? 'reset' : null };
        },
      },
    ),
  );

export const useProgress = createProgress(browserStorage());

export type LessonStatus = 'new' | 'started' | 'done';

/** A lesson is done when its checkpoints are passed; without any, when its end was reached. */
export function lessonStatus(
  progress: LessonProgress | undefined,
  checkpoints: readonly string[],
): LessonStatus {
  if (!progress) return 'new';
  const done =
    checkpoints.length > 0 ? checkpoints.every((id) => progress.passed.includes(id)) : progress.finished;
  return done ? 'done' : 'started';
}

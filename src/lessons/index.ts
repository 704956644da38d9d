import type { Locale } from '../i18n/locale.ts';
import type { LessonPage } from './pages.ts';
import { isPlanned, type LessonMeta, PART_IDS, type PartId, type PlannedSlug } from './schema.ts';
import type { LessonStop } from './stops.ts';

export type { LessonPage } from './pages.ts';

export interface Lesson extends LessonMeta {
  readonly slug: PlannedSlug;
}

const metas = import.meta.glob<LessonMeta>('./*/lesson.ts', { eager: true, import: 'lesson' });

const slugOf = (path: string): string => path.split('/')[1] ?? '';

const byPlace = (one: LessonMeta, other: LessonMeta): number =>
  PART_IDS.indexOf(one.part) - PART_IDS.indexOf(other.part) || one.order - other.order;

/** The lessons that exist, in reading order. */
export const LESSONS: readonly Lesson[] = Object.entries(metas)
  .flatMap(([path, meta]) => {
    const slug = slugOf(path);
    return isPlanned(slug) ? [{ ...meta, slug }] : [];
  })
  .sort(byPlace);

export const findLesson = (slug: string): Lesson | undefined =>
  LESSONS.find((lesson) => lesson.slug === slug);

/** Parts that have a lesson, with their lessons. */
export const LESSONS_BY_PART: readonly { readonly part: PartId; readonly lessons: readonly Lesson[] }[] =
  PART_IDS.map((part) => ({ part, lessons: LESSONS.filter((lesson) => lesson.part === part) })).filter(
    ({ lessons }) => lessons.length > 0,
  );

/** Fetches a lesson's page: a chunk of its own. Rejects when there is none or the network fails. */
export const loadPage = async (slug: string, locale: Locale): Promise<LessonPage> =>
  (await import('./pages.ts')).loadPage(slug, locale);

/** The prepared stops of a talk about a lesson, in order; none where nobody prepared any. */
export const loadStops = async (slug: string): Promise<readonly LessonStop[]> =>
  (await import('./pages.ts')).loadStops(slug);

import type { ComponentType } from 'react';
import type { Locale } from '../i18n/locale.ts';
import { isPlanned, type LessonMeta, PART_IDS, type PartId, type PlannedSlug } from './schema.ts';
import type { LessonStop } from './stops.ts';

export interface LessonPage {
  readonly default: ComponentType<{ readonly components?: Readonly<Record<string, unknown>> }>;
}
export interface Lesson extends LessonMeta {
  readonly slug: PlannedSlug;
}

const metas = import.meta.glob<LessonMeta>('./*/lesson.ts', { eager: true, import: 'lesson' });
const stops = import.meta.glob<readonly LessonStop[]>('./*/stops.ts', { import: 'stops' });
const pages = import.meta.glob<LessonPage>('./*/{en,zh}.mdx');

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
export function loadPage(slug: string, locale: Locale): Promise<LessonPage> {
  const load = pages[`./${slug}/${locale}.mdx`];
  return load ? load() : Promise.reject(new Error(`no page for ${slug} in ${locale}`));
}

/** The prepared stops of a talk about a lesson, in order; none where nobody prepared any. */
export const loadStops = async (slug: string): Promise<readonly LessonStop[]> =>
  (await stops[`./${slug}/stops.ts`]?.()) ?? [];

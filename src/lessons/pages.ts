import type { ComponentType } from 'react';
import type { Locale } from '../i18n/locale.ts';
import type { LessonStop } from './stops.ts';

export interface LessonPage {
  readonly default: ComponentType<{ readonly components?: Readonly<Record<string, unknown>> }>;
}

/*
 * Apart from the list of lessons, which the home page has too: what every page's chunks are called, and what each of them needs,
 * grows with every lesson.
 */
const pages = import.meta.glob<LessonPage>('./*/{en,zh}.mdx');
const stops = import.meta.glob<readonly LessonStop[]>('./*/stops.ts', { import: 'stops' });

/** A lesson's page. Rejects when there is none or the network fails. */
export function loadPage(slug: string, locale: Locale): Promise<LessonPage> {
  const load = pages[`./${slug}/${locale}.mdx`];
  return load ? load() : Promise.reject(new Error(`no page for ${slug} in ${locale}`));
}

/** The prepared stops of a talk, in order; none where nobody prepared any. */
export const loadStops = async (slug: string): Promise<readonly LessonStop[]> =>
  (await stops[`./${slug}/stops.ts`]?.()) ?? [];

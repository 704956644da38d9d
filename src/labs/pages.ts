import type { ComponentType } from 'react';
import type { LessonStop } from '../instruments/link/stops.ts';

/** A lab's own page: `page.tsx` of its folder. */
export interface LabPage {
  readonly Page: ComponentType;
}

/* Apart from the list of labs, which the home page has too (see `lessons/pages.ts`). */
const pages = import.meta.glob<LabPage>('./*/page.tsx');
const stops = import.meta.glob<readonly LessonStop[]>('./*/stops.ts', { import: 'stops' });

/** A lab's page. Rejects when there is none or the network fails. */
export function loadLab(slug: string): Promise<LabPage> {
  const load = pages[`./${slug}/page.tsx`];
  return load ? load() : Promise.reject(new Error(`no page for the lab ${slug}`));
}

/** The prepared stops of a talk, in order; none where nobody prepared any. */
export const loadStops = async (slug: string): Promise<readonly LessonStop[]> =>
  (await stops[`./${slug}/stops.ts`]?.()) ?? [];

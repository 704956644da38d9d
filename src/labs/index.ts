import type { ComponentType } from 'react';
import type { LessonStop } from '../instruments/link/stops.ts';
import type { LabMeta } from './schema.ts';

/** A lab's own page: `page.tsx` of its folder. */
export interface LabPage {
  readonly Page: ComponentType;
}
export interface Lab extends LabMeta {
  readonly slug: string;
}

const metas = import.meta.glob<LabMeta>('./*/lab.ts', { eager: true, import: 'lab' });
const pages = import.meta.glob<LabPage>('./*/page.tsx');
const stops = import.meta.glob<readonly LessonStop[]>('./*/stops.ts', { import: 'stops' });

/** The labs that exist: a folder with a `lab.ts` and a `page.tsx` is one. */
export const LABS: readonly Lab[] = Object.entries(metas)
  .map(([path, meta]) => ({ ...meta, slug: path.split('/')[1] ?? '' }))
  .sort((one, other) => one.order - other.order);

export const findLab = (slug: string): Lab | undefined => LABS.find((lab) => lab.slug === slug);

/** Fetches a lab's page: a chunk of its own. Rejects when there is none or the network fails. */
export function loadLab(slug: string): Promise<LabPage> {
  const load = pages[`./${slug}/page.tsx`];
  return load ? load() : Promise.reject(new Error(`no page for the lab ${slug}`));
}

/** The prepared stops of a talk in a lab, in order; none where nobody prepared any. */
export const loadLabStops = async (slug: string): Promise<readonly LessonStop[]> =>
  (await stops[`./${slug}/stops.ts`]?.()) ?? [];

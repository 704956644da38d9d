import type { LessonStop } from '../instruments/link/stops.ts';
import type { LabPage } from './pages.ts';
import type { LabMeta } from './schema.ts';

export type { LabPage } from './pages.ts';

export interface Lab extends LabMeta {
  readonly slug: string;
}

const metas = import.meta.glob<LabMeta>('./*/lab.ts', { eager: true, import: 'lab' });

/** The labs that exist: a folder with a `lab.ts` and a `page.tsx` is one. */
export const LABS: readonly Lab[] = Object.entries(metas)
  .map(([path, meta]) => ({ ...meta, slug: path.split('/')[1] ?? '' }))
  .sort((one, other) => one.order - other.order);

export const findLab = (slug: string): Lab | undefined => LABS.find((lab) => lab.slug === slug);

/** Fetches a lab's page: a chunk of its own. Rejects when there is none or the network fails. */
export const loadLab = async (slug: string): Promise<LabPage> => (await import('./pages.ts')).loadLab(slug);

/** The prepared stops of a talk in a lab, in order; none where nobody prepared any. */
export const loadLabStops = async (slug: string): Promise<readonly LessonStop[]> =>
  (await import('./pages.ts')).loadStops(slug);

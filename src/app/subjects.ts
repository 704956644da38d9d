import type { Locale } from '../i18n/locale.ts';
import { findLab } from '../labs/index.ts';
import { findLesson } from '../lessons/index.ts';
import type { Page, Subject } from './routes.ts';

type Bilingual = Readonly<Record<Locale, string>>;

/** A lesson or a lab, as its page, its head and a talk about it know it. */
export interface TalkSubject {
  readonly of: Subject;
  readonly slug: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
}

/** The lesson or lab of that name; undefined: there is none. */
export function findSubject(of: Subject, slug: string): TalkSubject | undefined {
  const found = of === 'lab' ? findLab(slug) : findLesson(slug);
  return found && { of, slug, title: found.title, summary: found.summary };
}

/** What a page is about; undefined where it is about neither a lesson nor a lab, or there is no such one. */
export function subjectOf(page: Page): TalkSubject | undefined {
  if (page.name === 'lesson' || page.name === 'lab') return findSubject(page.name, page.slug);
  return page.name === 'present' || page.name === 'notes' ? findSubject(page.of, page.slug) : undefined;
}

/** The page on which it stands by itself. */
export const pageOfSubject = ({ of, slug }: Pick<TalkSubject, 'of' | 'slug'>): Page => ({ name: of, slug });

import { useEffect } from 'react';
import { LANGUAGE_TAG, type Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import type { Page } from './routes.ts';
import { subjectOf, type TalkSubject } from './subjects.ts';

interface Head {
  readonly title: string;
  readonly description: string;
}

/** Title of a lesson or lab; its stage and its notes say which window they are. */
function subjectTitle({ name }: Page, subject: TalkSubject, locale: Locale): string {
  const title = subject.title[locale];
  return name === 'present' || name === 'notes' ? translate(locale, `page.${name}`, { title }) : title;
}

/** Title and description of a page, before its suffix. */
function headOf(page: Page, locale: Locale): Head {
  const subject = subjectOf(page);
  if (subject) return { title: subjectTitle(page, subject, locale), description: subject.summary[locale] };
  const home = translate(locale, 'page.home-description');
  if (page.name === 'settings') {
    return {
      title: translate(locale, 'settings.title'),
      description: translate(locale, 'page.settings-description'),
    };
  }
  if (page.name === 'bench') {
    return {
      title: translate(locale, 'shell.bench'),
      description: translate(locale, 'page.bench-description'),
    };
  }
  if (page.name === 'gallery') {
    return {
      title: translate(locale, 'shell.gallery'),
      description: translate(locale, 'page.gallery-description'),
    };
  }
  return { title: translate(locale, 'page.missing-title'), description: home };
}

/** What the browser's tab and a search engine read. */
export function pageHead(page: Page, locale: Locale): Head {
  if (page.name === 'home') {
    return {
      title: translate(locale, 'page.home-title'),
      description: translate(locale, 'page.home-description'),
    };
  }
  const { title, description } = headOf(page, locale);
  return { title: translate(locale, 'page.suffix', { title }), description };
}

export function usePageHead(page: Page, locale: Locale): void {
  const { title, description } = pageHead(page, locale);
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAG[locale];
    document.title = title;
    document.querySelector('meta[name=description]')?.setAttribute('content', description);
  }, [locale, title, description]);
}

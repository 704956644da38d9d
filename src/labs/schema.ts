import type { Locale } from '../i18n/locale.ts';

type Bilingual = Readonly<Record<Locale, string>>;

/** What a lab says about itself; its slug is its folder's name. */
export interface LabMeta {
  /** Place among the labs, in steps of 10. */
  readonly order: number;
  readonly title: Bilingual;
  /** One or two sentences: home page, and the page's description. */
  readonly summary: Bilingual;
}

/** Heading of the labs wherever they are listed. */
export const LABS_TITLE: Bilingual = { en: 'Labs', zh: '实验室' };

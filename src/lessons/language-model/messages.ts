import type { Catalogue } from '../../i18n/catalogue.ts';

const en = {
  'lm.live-title': 'A network that reads letters',
} as const;

const zh: Record<keyof typeof en, string> = {
  'lm.live-title': '读字母的网络',
};

export const languageModelMessages: Catalogue<keyof typeof en> = { en, zh };

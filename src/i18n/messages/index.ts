import type { Locale } from '../locale.ts';
import { figureEn, figureZh } from './figure.ts';
import { runEn, runZh } from './run.ts';
import { shellEn, shellZh } from './shell.ts';

const en = { ...shellEn, ...figureEn, ...runEn };
export type MessageCode = keyof typeof en;
const zh: Record<MessageCode, string> = { ...shellZh, ...figureZh, ...runZh };

export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<MessageCode, string>>>> = { en, zh };

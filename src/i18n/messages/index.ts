import type { Locale } from '../locale.ts';
import { figureEn, figureZh } from './figure.ts';
import { instrumentEn, instrumentZh } from './instrument.ts';
import { lstmEn, lstmZh } from './lstm.ts';
import { runEn, runZh } from './run.ts';
import { shellEn, shellZh } from './shell.ts';

const en = { ...shellEn, ...figureEn, ...runEn, ...instrumentEn, ...lstmEn };
export type MessageCode = keyof typeof en;
const zh: Record<MessageCode, string> = { ...shellZh, ...figureZh, ...runZh, ...instrumentZh, ...lstmZh };

export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<MessageCode, string>>>> = { en, zh };

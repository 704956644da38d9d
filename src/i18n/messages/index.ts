import type { Catalogue } from '../catalogue.ts';
import { figureEn, figureZh } from './figure.ts';
import { instrumentEn, instrumentZh } from './instrument.ts';
import { runEn, runZh } from './run.ts';
import { shellEn, shellZh } from './shell.ts';

const en = { ...shellEn, ...figureEn, ...runEn, ...instrumentEn };
export type MessageCode = keyof typeof en;
const zh: Record<MessageCode, string> = { ...shellZh, ...figureZh, ...runZh, ...instrumentZh };

/** What every page says. */
export const COMMON: Catalogue<MessageCode> = { en, zh };

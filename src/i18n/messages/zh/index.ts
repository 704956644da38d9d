import type { MessageCode } from '../index.ts';
import { figure } from './figure.ts';
import { instrument } from './instrument.ts';
import { run } from './run.ts';
import { shell } from './shell.ts';

/** What every page says, in Simplified Chinese. */
export const messages: Record<MessageCode, string> = { ...shell, ...figure, ...run, ...instrument };

import { figure } from './figure.ts';
import { instrument } from './instrument.ts';
import { run } from './run.ts';
import { shell } from './shell.ts';

/** What every page says, in English: the source that the other languages follow. */
export const messages = { ...shell, ...figure, ...run, ...instrument };

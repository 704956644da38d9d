import type { MessageCode } from '../../i18n/messages/index.ts';
import { BUILT_IN } from './settings.ts';
import type { SourceText } from './useTextSource.ts';

/** What a text is called on screen. */
export function sourceName(say: (code: MessageCode) => string, { name }: Pick<SourceText, 'name'>): string {
  if (name === null) return say('setup.corpus.own');
  const corpus = BUILT_IN.find((one) => one === name);
  return corpus ? say(`setup.corpus.${corpus}`) : name;
}

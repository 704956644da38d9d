import type { vectorsMessages } from '../../i18n/messages/vectors.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import type { BuiltInId } from '../../store/vectors-state.ts';

/** Says a message about vectors. */
export type Say = (code: keyof (typeof vectorsMessages)['en'], values?: MessageValues) => string;

/** What a set is called: those that come with the notebook by their names in the reader's language. */
export function setName(
  say: Say,
  { name, builtIn }: { readonly name: string; readonly builtIn: BuiltInId | null },
): string {
  return builtIn ? say(`vectors.${builtIn}`) : name;
}

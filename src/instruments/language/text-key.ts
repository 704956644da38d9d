import { fallbackState } from '../../url/fragment.ts';
import { TEXT_SOURCE_TABLE, type TextSourceSettings } from '../texts/settings.ts';

/** Which text, whatever it is cut into. */
export type TextChoice = Pick<TextSourceSettings, 'source' | 'ownText' | 'kept'>;

/** Asks for no text at all. */
export const NO_TEXT: TextChoice = { source: 'own', ownText: '', kept: '' };

const FIELDS = ['source', 'ownText', 'kept'] as const;

/** One string for a text, as a kept model names it. */
export const textKey = (choice: TextChoice): string =>
  JSON.stringify([
    choice.source,
    choice.source === 'own' ? choice.ownText : '',
    choice.source === 'kept' ? choice.kept : '',
  ]);

/** The text that such a string names; anything else names the default. */
export function choiceOf(key: string): TextChoice {
  const first = fallbackState(TEXT_SOURCE_TABLE);
  const found = parse(key);
  const entries = FIELDS.map((field, i) => {
    const value = found[i];
    return [
      field,
      typeof value === 'string' ? TEXT_SOURCE_TABLE[field].codec.read(value).value : first[field],
    ];
  });
  return Object.fromEntries(entries) as unknown as TextChoice;
}

function parse(key: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(key);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

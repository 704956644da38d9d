import type { Move } from './presentation.ts';

/** What a key does while presenting. */
export type KeyAction =
  | Move
  | 'blackout'
  | 'laser'
  | 'notes'
  | 'fullscreen'
  | 'help'
  | 'leave'
  | 'larger'
  | 'smaller'
  | 'fitted';

/**
 * What has the focus: nothing in particular, a control of the presenter's own, something inside the figure, a field in which one
 * types, or an open dialog.
 */
export type Focus = 'stage' | 'control' | 'figure' | 'text' | 'dialog';

export interface Press {
  readonly key: string;
  /** Control, Alt or Meta is held: the browser's business. */
  readonly modified: boolean;
  readonly focus: Focus;
}

/** What clickers send; these go before everything else. */
const CLICKER: Readonly<Record<string, KeyAction>> = { PageDown: 'next', PageUp: 'previous' };

/** Keys that a figure uses itself while it has the focus. */
const SHARED: Readonly<Record<string, KeyAction>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
  '?': 'help',
};

const LETTERS: Readonly<Record<string, KeyAction>> = {
  b: 'blackout',
  '.': 'blackout',
  l: 'laser',
  n: 'notes',
  f: 'fullscreen',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '0': 'fitted',
};

/** Keys of the stage for each place of the focus, in the order in which they are looked up. */
const BY_FOCUS: { readonly [K in Focus]: readonly Readonly<Record<string, KeyAction>>[] } = {
  // Space presses the button that has the focus, and Escape leaves a figure before it leaves the stage.
  stage: [LETTERS, SHARED, { ' ': 'next', Escape: 'leave' }],
  control: [LETTERS, SHARED, { Escape: 'leave' }],
  figure: [LETTERS],
  text: [],
  dialog: [],
};

/** What a key press means; null: it is not the presenter's. */
export function keyAction({ key, modified, focus }: Press): KeyAction | null {
  if (modified) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const keys = [CLICKER, ...BY_FOCUS[focus]].find((table) => Object.hasOwn(table, name));
  return keys?.[name] ?? null;
}

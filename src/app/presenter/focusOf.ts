import type { Focus } from './keys.ts';

const TYPED = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=range])';

/** What a key press goes to. */
export function focusOf(target: EventTarget | null): Focus {
  if (document.querySelector('dialog[open]')) return 'dialog';
  if (!(target instanceof Element)) return 'stage';
  if (target.closest(TYPED)) return 'text';
  if (target.closest('[data-on-stage]')) return 'figure';
  return target.closest('a, button, input, summary') ? 'control' : 'stage';
}

import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { PANELS, type Panel } from './state/settings.ts';

/** What takes letters itself. */
const TAKERS = 'input:not([type="checkbox"], [type="radio"]), select, textarea, dialog, [contenteditable]';

export interface LabKeys {
  readonly onFind: () => void;
  readonly onPanel: (panel: Panel) => void;
  readonly onMap: () => void;
  readonly onHelp: () => void;
}

const isTaken = ({ target }: Event | KeyboardEvent): boolean =>
  target instanceof Element && target.closest(TAKERS) !== null;

function actOf(key: string, keys: LabKeys): (() => void) | null {
  const panel = PANELS[Number(key) - 1];
  if (panel) return () => keys.onPanel(panel);
  const acts: Readonly<Record<string, () => void>> = { '/': keys.onFind, m: keys.onMap, '?': keys.onHelp };
  return acts[key] ?? null;
}

/** The lab's keys, wherever on its page the focus is, except where letters are typed. */
export function useKeys(root: RefObject<HTMLElement | null>, keys: LabKeys): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTaken(event)) return;
      // A click on what takes no focus leaves it to something that the lab stands in.
      const at = event.target as Node;
      const isHere = root.current?.contains(at) || (root.current !== null && at.contains(root.current));
      const act = isHere ? actOf(event.key, keys) : null;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

import { useEffect, useRef } from 'react';
import { focusOf } from './focusOf.ts';
import { type KeyAction, keyAction } from './keys.ts';

const isClicker = ({ key }: KeyboardEvent): boolean => key === 'PageDown' || key === 'PageUp';

/** Escape inside a figure or a field gives the keys back to the talk. */
function leaveFocus(event: KeyboardEvent): void {
  const focus = focusOf(event.target);
  if (event.key === 'Escape' && (focus === 'figure' || focus === 'text')) {
    (document.activeElement as HTMLElement | SVGElement | null)?.blur();
  }
}

/** The keys of a window of the talk. `act` says whether it takes the action; what it does not take stays the browser's. */
export function usePresenterKeys(act: (action: KeyAction) => boolean): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.altKey || event.metaKey;
      const action = keyAction({ key: event.key, modified, focus: focusOf(event.target) });
      if (action === null) return leaveFocus(event);
      if (!latest.current(action)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Clicker keys are taken before any figure sees them; of the others, what a figure or a menu has used is gone.
    const early = (event: KeyboardEvent) => {
      if (isClicker(event)) handle(event);
    };
    const late = (event: KeyboardEvent) => {
      if (!isClicker(event) && !event.defaultPrevented) handle(event);
    };
    window.addEventListener('keydown', early, { capture: true });
    window.addEventListener('keydown', late);
    return () => {
      window.removeEventListener('keydown', early, { capture: true });
      window.removeEventListener('keydown', late);
    };
  }, []);
}

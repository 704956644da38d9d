import { createContext, type ReactNode, use } from 'react';
import { createPortal } from 'react-dom';

const BadgeSlotContext = createContext<HTMLElement | null>(null);

/** The shell names the place in its top bar; null while there is none. */
export const BadgeSlotProvider = BadgeSlotContext;

/** Draws its children in the top bar's place for the tier badge; nothing where there is no top bar. */
export function InTopBar(props: { readonly children: ReactNode }) {
  const slot = use(BadgeSlotContext);
  return slot ? createPortal(props.children, slot) : null;
}

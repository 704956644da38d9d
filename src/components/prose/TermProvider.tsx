import {
  createContext,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  use,
  useMemo,
  useSyncExternalStore,
} from 'react';
import type { Locale } from '../../i18n/locale.ts';
import './terms.css';
import { createTermStore, type TermState, type TermStore } from './termStore.ts';
import { isTerm, type NetTermId, type TermId } from './terms.ts';

const TermContext = createContext<TermStore | null>(null);
/** For parts drawn outside a provider (the gallery, say): they light nothing but themselves. */
const lonely = createTermStore();

/** The term that an event's target belongs to: a formula's part, a word, a box of a figure. */
function termAt(target: EventTarget): TermId | null {
  const id = target instanceof Element ? target.closest('[data-term]')?.getAttribute('data-term') : null;
  return isTerm(id) ? id : null;
}

/** Listeners on the lesson's root serve every `[data-term]` below it, so formulas stay plain HTML. */
function delegation(store: TermStore) {
  return {
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') store.hover(termAt(event.target));
    },
    onPointerLeave: () => store.hover(null),
    onFocus: (event: FocusEvent) => store.hover(termAt(event.target)),
    onBlur: () => store.hover(null),
    onClick: (event: MouseEvent) => {
      const term = termAt(event.target);
      if (term) store.toggle(term);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') store.clear();
    },
  };
}

/** What the page is about: a few terms are called otherwise where there are no gates. */
const WordsContext = createContext(false);

/** Whether the page is about vectors of words. */
export const useAboutWords = (): boolean => use(WordsContext);

/** What a page calls its terms, where they have other names than on most pages. */
export type TermNames = Readonly<Partial<Record<TermId, Readonly<Record<Locale, string>>>>>;
const NO_NAMES: TermNames = {};
const NamesContext = createContext(NO_NAMES);

export const useTermNames = (): TermNames => use(NamesContext);

/** Root of a page whose prose, formulas and figures light each other's terms. */
export function TermProvider(props: {
  readonly children: ReactNode;
  readonly className?: string;
  readonly aboutWords?: boolean;
  readonly names?: TermNames | undefined;
}) {
  const store = useMemo(createTermStore, []);
  const handlers = useMemo(() => delegation(store), [store]);
  const { active } = useSyncExternalStore(store.subscribe, store.get, store.get);
  return (
    <TermContext value={store}>
      <div className={props.className} data-active-term={active ?? undefined} {...handlers}>
        <NamesContext value={props.names ?? NO_NAMES}>
          <WordsContext value={props.aboutWords ?? false}>{props.children}</WordsContext>
        </NamesContext>
      </div>
    </TermContext>
  );
}

/** The lit term, and how a figure lights one from a canvas or by its own keys. */
export function useTerm(): TermState & {
  readonly set: (term: TermId | null) => void;
  readonly toggle: (term: TermId) => void;
} {
  const store = use(TermContext) ?? lonely;
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  return { ...state, set: store.hover, toggle: store.toggle };
}

/** The same for drawings of recurrent networks, which have nothing to light for a tree's nodes. */
export function useNetTerm(): Omit<ReturnType<typeof useTerm>, 'active'> & {
  readonly active: NetTermId | null;
} {
  const term = useTerm();
  return { ...term, active: term.active === 'node' ? null : term.active };
}

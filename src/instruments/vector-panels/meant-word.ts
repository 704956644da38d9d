import type { Found } from '../../store/vectors-state.ts';

export interface Typed {
  /** What stands in the field. */
  readonly shown: string;
  /** What the set has of it, or of what stood there before where it has not answered yet. */
  readonly found: readonly Found[];
  readonly isSettled: boolean;
  readonly isOpen: boolean;
  /** The suggestion that the keys went to; null: they went to none. */
  readonly marked: number | null;
}

/**
 * The word that Enter takes. A suggestion that nobody went to is taken only if it answers what stands in the field and begins so:
 * who types a word that the set lacks is told so, and not given another one.
 */
export function meantWord({ shown, found, isSettled, isOpen, marked }: Typed): string {
  const typed = shown.trim();
  if (isOpen && marked !== null) return found[marked]?.word ?? typed;
  if (!isSettled) return typed;
  const [first] = found;
  if (isOpen && (first?.how === 'equal' || first?.how === 'prefix')) return first.word;
  return found.find(({ how }) => how === 'equal')?.word ?? typed;
}

import { RunError } from '../run-error.ts';
import type { SavedNumbers } from './method.ts';

/** A list that was saved under this name; empty where there is none. */
export function savedList(saved: SavedNumbers | null, name: string): readonly number[] {
  const found = saved?.facts[name];
  return typeof found === 'object' ? found : [];
}

/** A number that was saved under this name; 0 where there is none. */
export function savedNumber(saved: SavedNumbers, name: string): number {
  const found = saved.facts[name];
  return typeof found === 'number' ? found : 0;
}

/**
 * The sections of what was saved, of these lengths. Throws `RunError` when they are not: the text was the same, but it was cut into
 * other words (by another version of the browser, say), and its numbers are another run's.
 */
export function savedSections(
  { sections }: SavedNumbers,
  lengths: readonly number[],
): readonly Float64Array[] {
  const fits = sections.length === lengths.length && sections.every(({ length }, i) => length === lengths[i]);
  if (!fits) throw otherRun();
  return sections;
}

/** The four words of a generator. Throws `RunError` when there are not four. */
export function savedGenerator(saved: SavedNumbers): Uint32Array {
  const words = savedList(saved, 'generator');
  if (words.length !== 4) throw otherRun();
  return Uint32Array.from(words);
}

const otherRun = () => new RunError({ code: 'bad-checkpoint', detail: 'other-run' });

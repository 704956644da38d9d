import { createRandom } from '../../models/random.ts';
import { chanceLimit, drawBelow, drawChance } from '../../models/word2vec/draws.ts';
import { keepProbability } from '../../models/word2vec/subsample.ts';
import { contextOf, type WindowOptions } from '../../models/word2vec/windows.ts';
import type { PassageToken } from './passages.ts';

/** A token and what became of it. */
export interface DrawnToken extends PassageToken {
  /** Share of the text's words. */
  readonly share: number;
  /** Chance to stay. */
  readonly keep: number;
  /** Whether subsampling left it out. */
  readonly dropped: boolean;
}

/** A passage with all chances drawn, in the trainer's order: which words stay, then how far each place reaches. */
export interface DrawnPassage {
  readonly tokens: readonly DrawnToken[];
  /** Indices of the tokens that stay: the places where the window stands. */
  readonly places: readonly number[];
  /** Of each place: words on either side. */
  readonly reaches: readonly number[];
}

export interface DrawOptions extends WindowOptions {
  /** t. */
  readonly threshold: number;
  readonly seed: number;
  /** Words of the text that are kept, each as often as it occurs. */
  readonly total: number;
}

export function drawPassage(tokens: readonly PassageToken[], options: DrawOptions): DrawnPassage {
  const { threshold, seed, total, window, shrink } = options;
  const words = createRandom(seed).state();
  const drawn = tokens.map((token): DrawnToken => {
    const share = token.count / Math.max(1, total);
    const keep = keepProbability(share, threshold);
    const dropped = token.kind === 'known' && !drawChance(words, chanceLimit(keep));
    return { ...token, share, keep, dropped };
  });
  const places = drawn.flatMap(({ kind, dropped }, i) => (kind === 'known' && !dropped ? [i] : []));
  const reaches = places.map(() => (shrink ? 1 + drawBelow(words, window) : window));
  return { tokens: drawn, places, reaches };
}

/** Places of the context of a place. */
export function contextAt({ places, reaches }: DrawnPassage, place: number): readonly number[] {
  return contextOf(place, reaches[place] ?? 0, { start: 0, end: places.length });
}

/** Something to learn: from the words at some places, the word at another is to be foretold. */
export interface WindowExample {
  readonly given: readonly number[];
  readonly target: number;
}

/** What one place gives: skip-gram an example for each word of its context, CBOW one for them all; none without a context. */
export function examplesAt(
  passage: DrawnPassage,
  place: number,
  model: 'skip-gram' | 'cbow',
): readonly WindowExample[] {
  const context = contextAt(passage, place);
  if (context.length === 0) return [];
  if (model === 'cbow') return [{ given: context, target: place }];
  return context.map((target) => ({ given: [place], target }));
}

/** The word at a place. */
export const wordAt = ({ tokens, places }: DrawnPassage, place: number): string =>
  tokens[places[place] ?? -1]?.text ?? '';

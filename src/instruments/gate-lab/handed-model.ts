import type { StackSpec } from '../../models/cells/stack.ts';
import type { Ends } from '../../models/text/tokenize.ts';

/** A language model on its way from one page to the Gate lab, with what it is to read there. */
export interface HandedModel {
  readonly name: string;
  /** Its inputs are its tokens, one-hot, and its read-out says them. */
  readonly stack: StackSpec;
  /** Flat: the layers in the order of `viewStack`, then the read-out's weights and bias. */
  readonly parameters: Float64Array;
  readonly vocabulary: readonly string[];
  readonly level: 'character' | 'word';
  readonly ends: Ends | null;
  readonly passage: string;
}

/** Under which the browser keeps it until the lab has taken it. */
export const HANDED = 'gate';

/** Where the lab takes it up, behind the language: the fragment names its figure and says that something waits. */
export const HANDED_ADDRESS = 'labs/gate#figure=gate&hand=1';

import { characterNgrams, type SubwordOptions } from '../../../models/fasttext/ngrams.ts';
import { lossAtStart } from '../../../models/fasttext/text-trainer.ts';
import { balancedTree, depthOf } from '../../../models/softmax/tree.ts';

/** The lengths that fastText takes by default. */
export const LENGTHS: SubwordOptions = { minN: 3, maxN: 6 };
/** The word of the checkpoint. */
export const COUNTED = 'unhappiness';

export const countOf = (word: string, options: SubwordOptions = LENGTHS): number =>
  characterNgrams(word, options).length;

/** Rows for n-grams and d, as fastText has them by default, and what they weigh in 32 bits. */
export const DEFAULTS = { rows: 2_000_000, dimensions: 100 } as const;
export const defaultBytes = (): number =>
  DEFAULTS.rows * DEFAULTS.dimensions * Float32Array.BYTES_PER_ELEMENT;

/** Labels of a large task, and the nodes on the way to one of them. */
export const LABELS = 1024;
export const labelDepth = (): number => depthOf(balancedTree(LABELS), 0);

/** Labels of the checkpoint on one-vs-all, and the loss of a model that knows nothing. */
export const ASKED = 10;
export const aloneAtStart = (): number =>
  lossAtStart({ kind: 'one-vs-all' }, new Array<number>(ASKED).fill(1));

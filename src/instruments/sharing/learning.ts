import { createRandom } from '../../models/random.ts';
import { type DenseShape, denseGradient, initialiseDense } from './dense-tagger.ts';
import { initialiseRecurrent, recurrentGradient } from './recurrent-tagger.ts';
import { PLACES, TRAINING, VOCABULARY } from './sentences.ts';
import { createBatch } from './tagged-batch.ts';

/** Hidden units of both nets. */
export const UNITS = 8;
/** Plain gradient descent on all sentences at once. */
export const RATE = 2;
/** Steps that are computed, and how far apart they are kept. */
export const STEPS = 200;
export const EVERY = 5;

export const DENSE: DenseShape = { places: PLACES, vocabulary: VOCABULARY.tokens.length, hidden: UNITS };
export const RECURRENT = { inputs: VOCABULARY.tokens.length, hidden: UNITS } as const;

export interface Snapshot {
  readonly dense: Float64Array;
  readonly recurrent: Float64Array;
}

const descend = (weights: Float64Array, gradient: Float64Array): Float64Array =>
  weights.map((weight, i) => weight - RATE * gradient[i]!);

/** Both nets learning the same sentences from the same seed: every `EVERY`-th state, the untrained one first. */
export function* learn(seed: number): Generator<Snapshot> {
  const batch = createBatch(TRAINING, VOCABULARY);
  const random = createRandom(seed);
  let dense = initialiseDense(DENSE, random);
  let recurrent = initialiseRecurrent(RECURRENT, random);
  yield { dense, recurrent };
  for (let step = 1; step <= STEPS; step++) {
    dense = descend(dense, denseGradient(DENSE, dense, batch));
    recurrent = descend(recurrent, recurrentGradient(RECURRENT, recurrent, batch));
    if (step % EVERY === 0) yield { dense, recurrent };
  }
}

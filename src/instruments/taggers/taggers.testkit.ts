import {
  initialiseNetwork,
  networkLossAndGradients,
  networkZeroStates,
  type TokenNetwork,
} from '../../models/network/token-network.ts';
import { createOptimizer } from '../../models/optim/optimizer.ts';
import { createRandom } from '../../models/random.ts';
import { padded } from '../../models/tasks/task.ts';
import { fallbackState } from '../../url/fragment.ts';
import { BATCH, TAGGER_TABLE, type TaggerName, taggerConfig, taggerNetwork } from './tagger-settings.ts';
import { TASK } from './task.ts';

export interface TrainedTagger {
  readonly network: TokenNetwork;
  readonly flat: Float64Array;
}

const { seed, hidden, cell } = fallbackState(TAGGER_TABLE);

/** A tagger as a figure trains it, by the reference and without a worker. */
export function trainTagger(directions: TaggerName, steps = 60, units = hidden): TrainedTagger {
  const network = taggerNetwork({ cell, hidden: units }, directions);
  const { optimizer, biases } = taggerConfig({ cell, hidden: units, seed }, directions);
  const random = createRandom(seed);
  const flat = initialiseNetwork(network, random, biases);
  const gradients = new Float64Array(flat.length);
  const rule = createOptimizer(optimizer, flat.length);
  for (let step = 0; step < steps; step++) {
    const batch = padded(TASK.sample(random, BATCH), TASK.steps);
    networkLossAndGradients(network, flat, batch, networkZeroStates(network, BATCH), gradients);
    rule.step(flat, gradients);
  }
  return { network, flat };
}

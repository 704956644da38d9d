import {
  holdConfig,
  holdNetwork,
  type TrainedSettings,
  taskOptions,
} from '../../../instruments/hold-bit/settings.ts';
import {
  initialiseNetwork,
  networkLossAndGradients,
  networkZeroStates,
} from '../../../models/network/token-network.ts';
import { clipByNorm } from '../../../models/optim/clip.ts';
import { createOptimizer } from '../../../models/optim/optimizer.ts';
import { createRandom } from '../../../models/random.ts';
import { createHoldBit } from '../../../models/tasks/hold-bit.ts';

/** The parameters after so many steps, trained by the models alone: what the figure's worker does, without it. */
export function trainHeld(settings: TrainedSettings, steps: number): Float64Array {
  const config = holdConfig(settings);
  const network = holdNetwork(settings);
  const random = createRandom(settings.seed);
  const parameters = initialiseNetwork(network, random, config.biases);
  const gradients = new Float64Array(parameters.length);
  const optimizer = createOptimizer(config.optimizer, parameters.length);
  const task = createHoldBit(taskOptions(settings));
  for (let step = 0; step < steps; step++) {
    const batch = task.sample(random, config.batch);
    networkLossAndGradients(network, parameters, batch, networkZeroStates(network, config.batch), gradients);
    if (config.clip !== null) clipByNorm(gradients, config.clip);
    optimizer.step(parameters, gradients);
  }
  return parameters;
}

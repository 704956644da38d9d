import { networkLossAndGradients, networkZeroStates } from '../../../src/models/network/token-network.ts';
import { createOptimizer } from '../../../src/models/optim/optimizer.ts';
import { OPTIMIZER } from '../case.ts';
import { networkOf } from '../shape.ts';
import type { OpenContestant } from './contestant.ts';

/** Ours in plain TypeScript: the reference itself, in 64 bits. */
export const openJs: OpenContestant = async (shape, { parameters, batch }) => {
  const network = networkOf(shape);
  const states = networkZeroStates(network, shape.batch);
  const gradients = new Float64Array(parameters.length);
  const optimizer = createOptimizer(OPTIMIZER, parameters.length);
  return {
    note: null,
    step() {
      const { loss } = networkLossAndGradients(network, parameters, batch, states, gradients);
      optimizer.step(parameters, gradients);
      return loss;
    },
  };
};

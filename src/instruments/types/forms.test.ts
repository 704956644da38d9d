import { describe, expect, it } from 'vitest';
import {
  evaluateNetwork,
  initialiseNetwork,
  networkLossAndGradients,
  networkZeroStates,
} from '../../models/network/token-network.ts';
import { clipByNorm } from '../../models/optim/clip.ts';
import { createOptimizer } from '../../models/optim/optimizer.ts';
import { createRandom } from '../../models/random.ts';
import { FORM_FACTS, FORMS, type Form, formConfig, formModel, formOf, RECURRENCES, TYPES } from './forms.ts';

/** Share of right answers on fresh sequences after the training that the figure gives. */
function accuracyOf(form: Form, seed: number): number {
  const { task, network } = formModel(form);
  const { batch, optimizer, clip } = formConfig(form, seed);
  const random = createRandom(seed);
  const flat = initialiseNetwork(network, random, {});
  const gradients = new Float64Array(flat.length);
  const adam = createOptimizer(optimizer, flat.length);
  for (let step = 0; step < FORM_FACTS[form].until; step++) {
    networkLossAndGradients(
      network,
      flat,
      task.sample(random, batch),
      networkZeroStates(network, batch),
      gradients,
    );
    if (clip !== null) clipByNorm(gradients, clip);
    adam.step(flat, gradients);
  }
  const fresh = task.sample(createRandom(99), 200);
  const asked = fresh.targets.filter((target) => target >= 0).length;
  return evaluateNetwork(network, flat, fresh, networkZeroStates(network, 200)).right / asked;
}

describe('the figure’s networks', () => {
  it.each(FORMS.filter((form) => form !== 'output'))('%s is learnt in the steps it is given', (form) => {
    expect(accuracyOf(form, 1)).toBeGreaterThan(0.99);
  });

  it('with the last letter only, the names cannot be learnt', () => {
    expect(accuracyOf('output', 1)).toBeLessThan(0.7);
  });
});

describe('formOf', () => {
  it('finds a drawing of every recurrence, and stays where it is one already', () => {
    for (const recurrence of RECURRENCES) {
      for (const form of FORMS) {
        const found = formOf(recurrence, form);
        expect(FORM_FACTS[found].recurrence).toBe(recurrence);
        if (FORM_FACTS[form].recurrence === recurrence) expect(found).toBe(form);
      }
    }
  });

  it('every type is drawn by the form of its name', () => {
    expect(TYPES.map((type) => FORM_FACTS[type].type)).toEqual([...TYPES]);
  });
});

import { expect, it } from 'vitest';
import { formModel } from '../../../instruments/types/forms.ts';
import { readOwn } from '../../../instruments/types/own-text.ts';
import { readForm } from '../../../instruments/types/reading.ts';
import { initialiseNetwork } from '../../../models/network/token-network.ts';
import { createRandom } from '../../../models/random.ts';
import { isBroken } from './isBroken.ts';

/** A network that says one class whatever it reads, by its read-out's bias alone. */
function stubborn(form: 'one-one' | 'output', said: number) {
  const { task, network } = formModel(form);
  const parameters = initialiseNetwork(network, createRandom(1), {}).fill(0);
  parameters[parameters.length - network.classes + said] = 5;
  return (text: string) =>
    readForm(form, { task, network, parameters }, readOwn(form, text, task.inputs).tokens);
}

it('holds when a trained network is wrong, and only then', () => {
  const vowel = stubborn('one-one', 0);
  expect(isBroken({ form: 'one-one', trained: true, steps: vowel('t') })).toBe(true);
  expect(isBroken({ form: 'one-one', trained: true, steps: vowel('a') })).toBe(false);
  expect(isBroken({ form: 'one-one', trained: false, steps: vowel('t') })).toBe(false);
});

it('the output recurrence is wrong anyway', () => {
  expect(isBroken({ form: 'output', trained: true, steps: stubborn('output', 1)('3') })).toBe(false);
});

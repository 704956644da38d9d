import { expect, it } from 'vitest';
import { zeroCell } from './parameters.ts';
import { DEFAULT_RNN } from './roles.ts';
import { forwardSequence } from './sequence.ts';
import { keptBytes, neededNumbers } from './stored.ts';

const shape = { inputs: 4, hidden: 5 };
const traceOf = (steps: number, batch: number) =>
  forwardSequence(
    DEFAULT_RNN,
    shape,
    zeroCell(DEFAULT_RNN, shape),
    { form: 'one-hot', ids: new Int32Array(steps * batch) },
    { steps, batch },
  );

it('counts every a of the sequence', () => {
  const { values } = traceOf(7, 3);
  expect(neededNumbers(7, 3, 5)).toBe(values.hidden?.length);
});

it('the reference keeps z, the candidate and a, 8 bytes each', () => {
  expect(keptBytes(traceOf(7, 3))).toBe(3 * 8 * neededNumbers(7, 3, 5));
});

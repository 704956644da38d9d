import { expect, it } from 'vitest';
import { DEFAULT_LSTM } from '../cells/roles.ts';
import { createTask } from './spec.ts';
import { taskNetwork } from './task-network.ts';

it('reads the tokens of its task and says its classes', () => {
  const sizes = { spec: DEFAULT_LSTM, hidden: 3, layers: 2, directions: 'sum' } as const;
  const network = taskNetwork(createTask({ name: 'hold-bit', steps: 4 }), sizes);
  expect(network).toEqual({ ...sizes, inputs: 5, classes: 2 });
});

import { expect, it } from 'vitest';
import { NO_TARGET } from '../dense/losses.ts';
import { createRandom } from '../random.ts';
import { createTask, type TaskName, type TaskSpec } from './spec.ts';

const SPECS: { readonly [Name in TaskName]: Extract<TaskSpec, { name: Name }> } = {
  agreement: { name: 'agreement', distances: [0, 4] },
  'hold-bit': { name: 'hold-bit', steps: 6, writes: 2 },
  names: { name: 'names', split: 'train' },
  quotes: { name: 'quotes', steps: 6 },
  reverse: { name: 'reverse', letters: 4, longest: 3 },
  'spell-digit': { name: 'spell-digit' },
  verdict: { name: 'verdict', longest: 3 },
  vowels: { name: 'vowels' },
};

it.each(Object.values(SPECS))(
  '$name speaks of its own tokens and classes, as a copy of its spec does',
  (spec) => {
    const task = createTask(spec);
    const batch = task.sample(createRandom(1), 8);
    expect(batch.ids.every((id) => id in task.inputs)).toBe(true);
    expect(batch.targets.every((id) => id === NO_TARGET || id in task.classes)).toBe(true);
    expect(batch.targets.some((id) => id !== NO_TARGET)).toBe(true);
    const copy: TaskSpec = JSON.parse(JSON.stringify(spec));
    expect(createTask(copy).sample(createRandom(1), 8)).toEqual(batch);
  },
);

it('passes on what is out of range', () => {
  expect(() => createTask({ name: 'quotes', steps: 0 })).toThrow(RangeError);
});

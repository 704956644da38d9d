import { describe, expect, it } from 'vitest';
import { readSequence } from '../../models/network/reading.ts';
import { initialiseNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { type Form, formModel } from './forms.ts';
import { readOwn } from './own-text.ts';
import { type FormModel, markOf, readForm, shapeOf } from './reading.ts';

function untrained(form: Form): FormModel {
  const { task, network } = formModel(form);
  const parameters = initialiseNetwork(network, createRandom(4), {}).map((weight) => 2 * weight);
  return { task, network, parameters };
}
const readText = (form: Form, text: string) => {
  const model = untrained(form);
  return readForm(form, model, readOwn(form, text, model.task.inputs).tokens);
};

describe('readForm', () => {
  it.each([
    ['one-one', 'e', 'y'],
    ['many-one', 'the film was not bad', '....y'],
    ['many-many', 'a"b', 'yyy'],
    ['unequal', 'dab', '...yyyy'],
  ] as const)('%s asks where it should', (form, text, asked) => {
    expect(
      readText(form, text)
        .map((step) => (step.asked ? 'y' : '.'))
        .join(''),
    ).toBe(asked);
  });

  it('reads back what it said, and computes what reading that sequence computes', () => {
    const { task, network, parameters } = untrained('one-many');
    const steps = readForm('one-many', { task, network, parameters }, ['7']);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.map(({ token }) => token)).toEqual(['7', ...steps.slice(0, -1).map(({ said }) => said)]);
    const ids = Int32Array.from(steps, ({ id }) => id);
    const { probabilities } = readSequence(network, parameters, ids);
    expect(steps.flatMap((step) => [...step.probabilities])).toEqual([...probabilities]);
    expect(steps.every(({ fed }, t) => fed === t > 0)).toBe(true);
  });

  it('hands on nothing but the letter: the same letter, the same state', () => {
    const { task, network, parameters } = untrained('output');
    const steps = readForm('output', { task, network, parameters }, ['7']);
    for (const step of steps) {
      const alone = readSequence(network, parameters, Int32Array.of(step.id));
      expect([...step.values]).toEqual([...alone.trace.output]);
    }
  });

  it('reads nothing from nothing', () => expect(readText('one-one', '')).toEqual([]));
});

describe('markOf', () => {
  const step = (said: string, answer: string | null, asked = true) => {
    const [first] = readText('one-one', 'e');
    if (!first) throw new Error('no step');
    return { ...first, said, answer, asked };
  };

  it('compares with the right answer, where there is one', () => {
    expect(markOf('one-one', step('vowel', 'vowel'))).toBe('right');
    expect(markOf('one-one', step('consonant', 'vowel'))).toBe('wrong');
    expect(markOf('many-one', step('good', null))).toBeNull();
    expect(markOf('many-one', step('good', 'bad', false))).toBeNull();
  });

  it('whatever is written past the end is wrong', () => {
    expect(markOf('one-many', step('e', null))).toBe('wrong');
    expect(markOf('output', step('⟨EOS⟩', null))).toBe('wrong');
  });
});

it('shapeOf draws an input for what is read from outside, and a way for what is handed on', () => {
  const shape = (form: Form, text: string) => shapeOf(form, readText(form, text));
  expect(
    shape('output', '3')
      .columns.map(({ input }) => input)
      .indexOf(false),
  ).toBe(1);
  expect(shape('output', '3')).toMatchObject({ recurrent: false, feed: 'state' });
  expect(shape('one-many', '3')).toMatchObject({ recurrent: true, feed: 'input' });
  expect(shape('one-one', 'e')).toEqual({
    columns: [{ input: true, output: true }],
    recurrent: false,
    feed: 'none',
  });
});

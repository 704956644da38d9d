import { expect, it } from 'vitest';
import { readContext } from './network.ts';
import { contextBefore, createNnlmTrainer, type NnlmSpec, startNnlm } from './trainer.ts';

const SHAPE = { vocabulary: 4, dimensions: 3, context: 2, hidden: 5 };
const SPEC: NnlmSpec = { shape: SHAPE, epochs: 60, learningRate: 0.3, seed: 2 };
// 0 1 2, 3 1 0: what follows 1 hangs on what is before it.
const CORPUS = { ids: Int32Array.of(0, 1, 2, 3, 1, 0), starts: Int32Array.of(0, 3, 6) };

it('a context reaches back to where its sentence begins, and no further', () => {
  expect([...contextBefore(SHAPE, [7, 8, 9], 0)]).toEqual([4, 4]);
  expect([...contextBefore(SHAPE, [7, 8, 9], 2)]).toEqual([7, 8]);
});

it('learns what one word before would not tell', () => {
  const trainer = createNnlmTrainer(CORPUS, SPEC);
  while (!trainer.isDone()) trainer.step();
  const probability = (context: number[], word: number) =>
    Math.exp(readContext(SHAPE, trainer.state.parameters, context).logProbabilities[word]!);
  expect(probability([0, 1], 2)).toBeGreaterThan(0.9);
  expect(probability([3, 1], 0)).toBeGreaterThan(0.9);
  expect(trainer.state.read).toBe(60 * 6);
  expect(trainer.step()).toEqual({ examples: 0, loss: 0 });
});

it('goes on from a state as if it had never stopped', () => {
  const whole = createNnlmTrainer(CORPUS, SPEC);
  for (let i = 0; i < 9; i++) whole.step();
  const first = createNnlmTrainer(CORPUS, SPEC);
  for (let i = 0; i < 4; i++) first.step();
  const second = createNnlmTrainer(CORPUS, SPEC, structuredClone(first.state));
  for (let i = 0; i < 5; i++) second.step();
  expect(second.state).toEqual(whole.state);
});

it('the rate falls in a straight line', () => {
  const trainer = createNnlmTrainer(CORPUS, { ...SPEC, epochs: 2 }, startNnlm(SPEC));
  expect(trainer.rate()).toBe(0.3);
  trainer.step();
  expect(trainer.rate()).toBeCloseTo(0.3 * 0.75, 12);
});

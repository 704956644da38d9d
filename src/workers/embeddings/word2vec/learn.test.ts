import { expect, it } from 'vitest';
import { prepareRun, startOf, WORDS_CONFIG } from '../embeddings.testkit.ts';

it('one example learnt out of turn moves the nodes of its path and no other, and makes its target more probable', async () => {
  const run = await prepareRun(WORDS_CONFIG);
  const trainer = run.createReference(startOf(WORDS_CONFIG));
  trainer.trace?.(true);
  while (!trainer.isDone()) await trainer.step(50);
  const watch = { prediction: { inputs: ['cat'], target: 'log', all: false }, moved: true };
  const before = trainer.view(watch).prediction;
  trainer.learn(['cat'], 'log', 0.3);
  const { prediction: after, moved } = trainer.view(watch);
  expect(moved?.isExample).toBe(true);
  expect([...(moved?.rows ?? [])]).toEqual(
    (before?.steps ?? []).map(({ node }) => node).sort((a, b) => a - b),
  );
  // As the gradient says: η |σ − [left]| ‖h‖ each.
  const length = Math.hypot(...(before?.hidden ?? []));
  const far = new Map(
    (before?.steps ?? []).map(({ node, probability }) => [node, 0.3 * (1 - probability) * length]),
  );
  moved?.rows.forEach((row, i) => {
    expect(moved.distances[i]).toBeCloseTo(far.get(row) ?? Number.NaN, 10);
  });
  expect(after?.logProbability).toBeGreaterThan(before?.logProbability ?? 0);
});

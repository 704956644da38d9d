import { expect, it } from 'vitest';
import { prepareRun, startOf, WORDS_CONFIG, withMethod } from '../embeddings.testkit.ts';

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

it('with negatives that are given, exactly these rows and the target’s move, one that comes twice counting twice', async () => {
  const output = { kind: 'negative', negatives: 3, exponent: 0.75 } as const;
  const config = withMethod({ output, epochs: 2 });
  const run = await prepareRun(config);
  const trainer = run.createReference(startOf(config));
  while (!trainer.isDone()) await trainer.step(50);
  const [target, negatives] = [3, [0, 5, 5]] as const;
  const rows = [target, 0, 5];
  const watch = { input: [run.info.words[1] ?? ''], output: rows };
  const before = trainer.view(watch);
  trainer.trace?.(true);
  trainer.learn([run.info.words[1] ?? ''], run.info.words[target] ?? '', 0.3, negatives);
  const after = trainer.view({ ...watch, moved: true });
  expect([...(after.moved?.rows ?? [])]).toEqual([0, 3, 5]);
  const hidden = before.input[0] ?? new Float64Array(6);
  rows.forEach((row, i) => {
    const [from, to] = [before.output?.[i], after.output?.[i]];
    const score = hidden.reduce((sum, h, j) => sum + h * (from?.[j] ?? 0), 0);
    const error = 1 / (1 + Math.exp(-score)) - Number(row === target);
    const times = row === 5 ? 2 : 1;
    hidden.forEach((h, j) => {
      expect(to?.[j]).toBeCloseTo((from?.[j] ?? 0) - 0.3 * times * error * h, 10);
    });
  });
});

it('passes over negatives that this vocabulary does not have', async () => {
  const config = withMethod({ output: { kind: 'negative', negatives: 3, exponent: 0.75 } });
  const run = await prepareRun(config);
  const [input = '', target = ''] = run.info.words;
  const trainer = run.createReference(startOf(config));
  while (!trainer.isDone()) await trainer.step(50);
  trainer.trace?.(true);
  trainer.learn([input], target, 0.3, [4, 5000, -1]);
  expect([...(trainer.view({ moved: true }).moved?.rows ?? [])]).toEqual([1, 4]);
});

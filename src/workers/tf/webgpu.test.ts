import { getBackend, memory } from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { findDisagreement } from '../agreement.ts';
import { RECALL_CONFIG, TEXT_CONFIG } from '../config.testkit.ts';
import { createJsTrainer } from '../js-trainer.ts';
import { begin, train } from '../run.testkit.ts';
import { computeByReference } from '../self-test.ts';
import { computeOnDevice, sizedInput } from './pass.ts';
import { selfTest } from './self-test.ts';
import { openDawn } from './tf.testkit.ts';
import { createTfTrainer } from './tf-trainer.ts';
import { VARIANTS } from './variants.testkit.ts';

const opened = await openDawn();
const engine = typeof opened === 'string' ? null : opened;
const reason = typeof opened === 'string' ? ` (skipped: ${opened})` : '';

// A software adapter compiles each of some hundred shaders before its first step.
describe.skipIf(!engine)(`on WebGPU${reason}`, { timeout: 60_000 }, () => {
  afterAll(() => engine?.dispose());

  it('passes its self-test', async () => {
    expect(getBackend()).toBe('webgpu');
    expect(await selfTest()).toEqual({ agrees: true });
  });

  it.each(VARIANTS)('%s agrees with the reference', async (_name, spec) => {
    const input = sizedInput(spec, createRandom(5), { layers: 2 });
    const found = await computeOnDevice(input);
    expect(findDisagreement(input.model.layout, computeByReference(input), found, 1e-4)).toBeNull();
  });

  it.each([
    ['next-symbol', { ...TEXT_CONFIG, layers: 1, steps: 3 }, 20],
    ['recall', { ...RECALL_CONFIG, task: { kind: 'recall', symbols: 3, delay: 1 } }, 6],
  ] as const)('%s follows the reference, memory flat', async (_name, config, steps) => {
    if (!engine) return;
    const reference = await train(createJsTrainer(...begin(config)), steps);
    const trainer = createTfTrainer(...begin(config), engine, 'webgpu');
    const found = [...(await train(trainer, 2))];
    const { numTensors } = memory();
    found.push(...(await train(trainer, steps - 2)));
    expect(memory().numTensors).toBe(numTensors);
    found.forEach(({ loss, accuracy }, i) => {
      expect(Math.abs(loss / (reference[i]?.loss ?? 0) - 1)).toBeLessThan(1e-2);
      if (accuracy !== null) expect(accuracy).toBeCloseTo(reference[i]?.accuracy ?? -1, 5);
    });
    trainer.dispose();
  });
});

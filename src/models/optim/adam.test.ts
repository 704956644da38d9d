import { describe, it } from 'vitest';
import { expectTorchTrajectory, torchRuns } from './optimizer.testkit.ts';

describe.skipIf(!torchRuns)('adam (skipped where ../shared/data is absent)', () => {
  it('follows PyTorch for 60 steps', () => {
    expectTorchTrajectory('adam', {
      kind: 'adam',
      learningRate: 0.05,
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
    });
  });
});

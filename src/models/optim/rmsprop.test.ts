import { describe, it } from 'vitest';
import { expectTorchTrajectory, torchRuns } from './optimizer.testkit.ts';

describe.skipIf(!torchRuns)('rmsprop (skipped where ../shared/data is absent)', () => {
  it('follows PyTorch for 60 steps', () => {
    expectTorchTrajectory('rmsprop', { kind: 'rmsprop', learningRate: 0.01, decay: 0.9, epsilon: 1e-8 });
  });
});

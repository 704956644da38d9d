import { describe, it } from 'vitest';
import { expectTorchTrajectory, torchRuns } from './optimizer.testkit.ts';

describe.skipIf(!torchRuns)('sgd (skipped where ../shared/data is absent)', () => {
  it('follows PyTorch for 60 steps', () => {
    expectTorchTrajectory('sgd', { kind: 'sgd', learningRate: 0.002 });
  });
});

import { describe, it } from 'vitest';
import { expectTorchTrajectory, torchRuns } from './optimizer.testkit.ts';

describe.skipIf(!torchRuns)('momentum (skipped where ../shared/data is absent)', () => {
  it('follows PyTorch for 60 steps', () => {
    expectTorchTrajectory('momentum', { kind: 'momentum', learningRate: 0.002, momentum: 0.9 });
  });
});

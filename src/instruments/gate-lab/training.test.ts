import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU } from '../../models/cells/roles.ts';
import { differences, trainingConfig } from './training.ts';

describe('training of the lab’s network', () => {
  it('asks for a run of the same shape', () => {
    const network = {
      spec: DEFAULT_GRU,
      inputs: 5,
      classes: 2,
      hidden: 3,
      layers: 2,
      directions: 'sum',
    } as const;
    const lesson = { kind: 'generated', spec: { name: 'hold-bit', steps: 6 } } as const;
    const method = {
      optimizer: 'sgd',
      learningRate: 0.5,
      clip: null,
      batch: 4,
      steps: 8,
      seed: 9,
      biases: { update: -1 },
    } as const;
    expect(trainingConfig(network, lesson, method)).toEqual({
      task: lesson,
      cell: DEFAULT_GRU,
      hidden: 3,
      layers: 2,
      directions: 'sum',
      batch: 4,
      steps: 8,
      optimizer: { kind: 'sgd', learningRate: 0.5 },
      clip: null,
      biases: { update: -1 },
      seed: 9,
    });
  });

  it('hands over what differs, or everything', () => {
    const to = Float64Array.of(1, 2, 3);
    expect(differences(Float64Array.of(1, 0, 3), to)).toEqual([{ index: 1, value: 2 }]);
    expect(differences(null, to)).toHaveLength(3);
    expect(differences(Float64Array.of(1), to)).toHaveLength(3);
  });
});

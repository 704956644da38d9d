import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../../models/cells/roles.ts';
import { readTorchState } from '../../models/convert/torch-state-read.ts';
import { writeTorchState } from '../../models/convert/torch-state-write.ts';
import { networkLayout } from '../../models/network/token-network.ts';
import {
  fromStackModel,
  type LabNetwork,
  labLayout,
  seededParameters,
  tokenNetworkOf,
  tooLarge,
  toStackModel,
  viewLab,
} from './model.ts';

const stack = {
  cell: DEFAULT_LSTM,
  inputs: 5,
  hidden: 3,
  layers: 2,
  directions: 'concat',
} as const satisfies LabNetwork['stack'];
const withHead: LabNetwork = { stack, classes: 4 };
const bare: LabNetwork = { stack, classes: null };

describe('the lab’s model', () => {
  it('has the trainer’s layout, less the head where there is none', () => {
    expect(labLayout(withHead)).toEqual(networkLayout(tokenNetworkOf(withHead)));
    expect(labLayout(bare).slots).toEqual(
      labLayout(withHead).slots.filter(({ name }) => !name.startsWith('head')),
    );
  });

  it('draws the same layers with and without a head', () => {
    const flat = seededParameters(withHead, 7, { forget: 1 });
    expect(seededParameters(bare, 7, { forget: 1 })).toEqual(flat.slice(0, labLayout(bare).length));
    // Two layers and two directions, each with a forget gate first among its four.
    expect(
      viewLab(bare, flat)
        .layers.flat()
        .map(({ bias }) => [bias[0], bias[3]]),
    ).toEqual(Array.from({ length: 4 }, () => [1, 0]));
  });

  it('comes back from a state dictionary of PyTorch’s names', () => {
    for (const network of [withHead, bare]) {
      const model = { network, parameters: seededParameters(network, 3) };
      const file = writeTorchState(toStackModel(model));
      const read = readTorchState({
        tensors: file.tensors,
        metadata: new Map(Object.entries(file.metadata)),
      });
      expect(read.ok && fromStackModel(read.model)).toEqual(model);
    }
  });

  it('says which sizes it cannot show', () => {
    expect(tooLarge(withHead)).toEqual([]);
    expect(tooLarge({ stack: { ...stack, cell: DEFAULT_GRU, hidden: 2000 }, classes: 30_000 })).toEqual([
      { size: 'hidden', found: 2000, limit: 256 },
      { size: 'classes', found: 30_000, limit: 8192 },
    ]);
  });
});

import { viewStack } from '../cells/stack.ts';
import type { Tensor } from './conversion.ts';
import { toTorch } from './torch.ts';
import { SPEC_KEY, type StackModel, type TorchStateExport } from './torch-state.ts';
import { writeLinear } from './torch-state-head.ts';
import { torchObstacles } from './torch-state-obstacles.ts';
import { writePlain } from './torch-state-plain.ts';
import { writeSpec } from './torch-state-spec.ts';

export interface TorchNames {
  /** In front of the recurrent names, with its dot. Without a read-out nothing: the file loads into the module itself. */
  readonly prefix?: string;
  /** In front of the read-out's names. */
  readonly head?: string;
}

/**
 * A network as tensors that PyTorch's `load_state_dict` takes: by default into nn.RNN, nn.GRU or nn.LSTM itself, or with a
 * read-out into a module with the fields `rnn` and `head`. What PyTorch has no module for goes out under our own names, with
 * the reasons. The metadata describe the network, so that reading the file restores it. The tensors are copies.
 */
export function writeTorchState(model: StackModel, names: TorchNames = {}): TorchStateExport {
  const { spec, head } = model;
  const obstacles = torchObstacles(spec);
  const description = { [SPEC_KEY]: writeSpec(spec) };
  const state = toTorch(spec, viewStack(spec, model.parameters));
  if (!state.ok) return { form: 'plain', tensors: writePlain(model), metadata: description, obstacles };
  const { prefix = head ? 'rnn.' : '', head: headPrefix = 'head.' } = names;
  const recurrent = Object.entries(state.value).map(([name, tensor]): [string, Tensor] => [
    prefix + name,
    tensor,
  ]);
  return {
    form: 'torch',
    tensors: new Map([...recurrent, ...(head ? writeLinear(head, headPrefix) : [])]),
    metadata: { format: 'pt', ...description },
    obstacles,
  };
}

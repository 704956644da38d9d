import type { NetworkFault } from './fault-text.ts';

/** A file's name without its extension, safe inside quotation marks of Python. */
const stem = (name: string): string => name.replace(/\.[^.]*$/, '').replace(/[^\w.-]/g, '_') || 'model';

const torch = (name: string): readonly string[] => [
  'import torch',
  'from safetensors.torch import save_file',
  '',
  `state = torch.load('${quoted(name)}', map_location='cpu')`,
  "# A checkpoint has it under a key: state = state['state_dict']",
  'state = {key: value.clone().contiguous() for key, value in state.items()}',
  `save_file(state, '${stem(name)}.safetensors')`,
];

const numpy = (name: string): readonly string[] => [
  'import numpy as np',
  'from safetensors.numpy import save_file',
  '',
  `arrays = np.load('${quoted(name)}')`,
  'arrays = {key: np.ascontiguousarray(arrays[key]) for key in arrays}',
  `save_file(arrays, '${stem(name)}.safetensors')`,
];

const keras = (name: string): readonly string[] => [
  'import keras',
  'import numpy as np',
  'from safetensors.numpy import save_file',
  '',
  `layer = keras.models.load_model('${quoted(name)}').get_layer('lstm')`,
  'kernel, recurrent, bias = layer.get_weights()',
  'arrays = {',
  "    'weight_ih_l0': np.ascontiguousarray(kernel.T),",
  "    'weight_hh_l0': np.ascontiguousarray(recurrent.T),",
  "    'bias_ih_l0': bias,",
  "    'bias_hh_l0': np.zeros_like(bias),",
  '}',
  `save_file(arrays, '${stem(name)}.safetensors')`,
];

const model = (name: string): readonly string[] => [
  'from safetensors.torch import save_file',
  '',
  `save_file(model.state_dict(), '${stem(name)}.safetensors')`,
];

const part = (name: string): readonly string[] => [
  'from safetensors.torch import load_file, save_file',
  '',
  `state = load_file('${quoted(name)}')`,
  "state = {key: value for key, value in state.items() if key.startswith('lstm.')}",
  `save_file(state, '${stem(name)}-lstm.safetensors')`,
];

const KINDS: Readonly<Record<string, (name: string) => readonly string[]>> = {
  torch,
  pickle: torch,
  numpy,
  keras,
  hdf5: keras,
  onnx: model,
  json: model,
  unknown: model,
};

/** Python that makes a file which opens here out of one that does not; null where no code would help. */
export function conversionCode(fault: NetworkFault, name: string): string | null {
  const lines = fault.code === 'too-big' ? part : fault.code === 'kind' ? KINDS[fault.kind] : undefined;
  return lines ? `${lines(name).join('\n')}\n` : null;
}

function quoted(name: string): string {
  return name.replace(/[\\']/g, '\\$&').replace(/\p{C}/gu, '?');
}

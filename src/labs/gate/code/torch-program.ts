import { commentLines, indent, type Lines } from '../../../instruments/code/network.ts';
import { torchLoad } from '../../../instruments/code/torch-load.ts';
import { torchModel } from '../../../instruments/code/torch-model.ts';
import { outputWidth } from '../../../models/cells/stack.ts';
import type { LabInput, LabNetwork } from '../model.ts';
import { sequenceCode } from './sequence.ts';

function inputLines(input: LabInput, inputs: number): Lines {
  const { lines, words } = sequenceCode(input, inputs);
  // Whole numbers alone would make a tensor of integers.
  if (words === null) {
    return [
      'x = torch.tensor(',
      ...indent([...lines.slice(0, -1), `${lines.at(-1)},`], '    '),
      '    dtype=torch.float64,',
      ')',
    ];
  }
  return [
    ...commentLines([words], '#'),
    `ids = torch.tensor(${lines.join('')})`,
    `x = nn.functional.one_hot(ids, ${inputs}).double()`,
  ];
}

/** A complete program: the network on screen with the weights of `file`, and what it computes of the input on screen. */
export function torchProgram(
  network: LabNetwork,
  input: LabInput,
  file: string,
  notes: readonly string[],
): string {
  const { stack, classes } = network;
  const { lines, isNative, recurrent } = torchModel(network, 'file');
  return [
    ...commentLines(notes, '#'),
    'import torch',
    'from safetensors.torch import load_file',
    'from torch import nn',
    '',
    'torch.set_default_dtype(torch.float64)',
    '',
    ...lines,
    ...torchLoad(network, isNative, `load_file('${file}')`),
    '',
    ...inputLines(input, stack.inputs),
    'with torch.no_grad():',
    `    a, _ = ${recurrent}(x)  # (T, ${outputWidth(stack)})`,
    ...(classes === null ? [] : [`    y = model.head(a).softmax(-1)  # (T, ${classes})`]),
    'print(a)',
    ...(classes === null ? [] : ['print(y)']),
    '',
  ].join('\n');
}

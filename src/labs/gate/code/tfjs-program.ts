import { commentLines, indent, type Lines } from '../../../instruments/code/network.ts';
import { tfjsLayers } from '../../../instruments/code/tfjs-layers.ts';
import type { StackSpec } from '../../../models/cells/stack.ts';
import { torchObstacles } from '../../../models/convert/torch-state-obstacles.ts';
import type { LabInput, LabNetwork } from '../model.ts';
import { sequenceCode } from './sequence.ts';

/** Reads a safetensors file: 8 bytes of length, a header in JSON, then the numbers. */
const READ_FILE: Lines = [
  'async function readFile(url) {',
  '  const bytes = await (await fetch(url)).arrayBuffer();',
  '  const length = Number(new DataView(bytes).getBigUint64(0, true));',
  '  const header = JSON.parse(new TextDecoder().decode(bytes.slice(8, 8 + length)));',
  '  delete header.__metadata__;',
  '  return Object.fromEntries(',
  '    Object.entries(header).map(([name, { dtype, shape, data_offsets: [from, to] }]) => {',
  "      const Numbers = dtype === 'F64' ? Float64Array : Float32Array;",
  '      const numbers = new Numbers(bytes.slice(8 + length + from, 8 + length + to));',
  '      return [name, tf.tensor(Float32Array.from(numbers), shape)];',
  '    }),',
  '  );',
  '}',
];

/** Gates change places: `names` as the file has them, `order` as the layer wants them; null where both agree. */
function reorderLines(names: readonly string[], order: readonly string[]): Lines {
  return [
    'const reorder = (m) => {',
    `  const [${names.join(', ')}] = tf.split(m, ${names.length}, m.rank - 1);`,
    `  return tf.concat([${order.join(', ')}], m.rank - 1);`,
    '};',
  ];
}

/** From PyTorch's names. Its GRU has no twin among TensorFlow.js's layers: it becomes our cell whose z keeps. */
function torchWeights({ cell, hidden }: StackSpec, prefix: string): Lines {
  const named = (name: string) => `file[\`${prefix}${name}_\${cell}\`]`;
  if (cell.kind !== 'gru') {
    return [
      'const weightsOf = (cell) => [',
      `  ${named('weight_ih')}.transpose(),`,
      `  ${named('weight_hh')}.transpose(),`,
      `  ${named('bias_ih')}.add(${named('bias_hh')}),`,
      '];',
    ];
  }
  return [
    ...reorderLines(['r', 'z', 'n'], ['z', 'r', 'n']),
    'const weightsOf = (cell) => {',
    `  const [zr, n] = tf.split(reorder(${named('bias_hh')}), [${2 * hidden}, ${hidden}]);`,
    '  return [',
    `    reorder(${named('weight_ih')}.transpose()),`,
    `    reorder(${named('weight_hh')}.transpose()),`,
    `    reorder(${named('bias_ih')}).add(tf.concat([zr, tf.zerosLike(n)])),`,
    '    n,',
    '  ];',
    '};',
  ];
}

/** From our own names, whose columns Keras puts in another order. */
function plainWeights({ cell }: StackSpec, isNative: boolean): Lines {
  const own = ['inputWeights', 'recurrentWeights', 'bias', 'recurrentBias', 'peepholes'];
  const names = isNative ? own.slice(0, 3) : own;
  const list = names.map((name) => `'${name}'`).join(', ');
  const tensors = `[${list}].map((name) => file[\`layers.\${cell}.\${name}\`])`;
  if (!isNative) return ['const weightsOf = (cell) =>', `  ${tensors}.filter(Boolean);`];
  const order = kerasOrder(cell);
  const reorder = order ? reorderLines(...order) : [];
  return [...reorder, 'const weightsOf = (cell) =>', `  ${tensors}${order ? '.map(reorder)' : ''};`];
}

function kerasOrder(cell: StackSpec['cell']): readonly [readonly string[], readonly string[]] | null {
  if (cell.kind === 'lstm')
    return [
      ['f', 'u', 'c', 'o'],
      ['u', 'f', 'c', 'o'],
    ];
  // Its z keeps what our Γ_u overwrites: g(−z) = 1 − g(z).
  if (cell.kind === 'gru' && cell.update === 'writes')
    return [
      ['u', 'r', 'c'],
      ['u.neg()', 'r', 'c'],
    ];
  return null;
}

/** The cells of the stack as a file calls them: `l0`, `l0_reverse`, or `0.forward`, `0.backward`. */
function cellNames({ layers, directions }: StackSpec, isTorch: boolean): readonly (readonly string[])[] {
  const both = directions !== 'forward';
  return Array.from({ length: layers }, (_, layer) => {
    if (isTorch) return both ? [`l${layer}`, `l${layer}_reverse`] : [`l${layer}`];
    return both ? [`${layer}.forward`, `${layer}.backward`] : [`${layer}`];
  });
}

function forwardLines(stack: StackSpec, isTorch: boolean): Lines {
  const names = cellNames(stack, isTorch);
  if (stack.directions === 'forward') return names.map(([name]) => `a = layer('${name}').apply(a);`);
  const merge = stack.directions === 'sum' ? 'tf.add(there, back)' : 'tf.concat([there, back], 2)';
  return [
    'const bothWays = (x, forward, backward) => {',
    '  const there = layer(forward).apply(x);',
    '  const back = layer(backward, true).apply(x).reverse(1);',
    `  return ${merge};`,
    '};',
    ...names.map(([forward, backward]) => `a = bothWays(a, '${forward}', '${backward}');`),
  ];
}

function inputLines(input: LabInput, inputs: number): Lines {
  const { lines, words } = sequenceCode(input, inputs);
  if (words === null) return ['let a = tf.tensor([', ...indent(lines, '  '), ']);  // (1, T, n)'];
  return [
    ...commentLines([words], '//'),
    `const ids = tf.tensor(${lines.join('')}, null, 'int32');`,
    `let a = tf.eye(${inputs}).gather(ids).expandDims(0);  // (1, T, ${inputs})`,
  ];
}

function headLines({ classes }: LabNetwork, isTorch: boolean): Lines {
  if (classes === null) return [];
  const product = isTorch
    ? "tf.matMul(a, file['head.weight'], false, true)"
    : "tf.matMul(a, file['head.weights'])";
  return [`const y = tf.softmax(${product}.add(file['head.bias']));  // (T, ${classes})`];
}

/** The layer that a file's numbers fit: a GRU of PyTorch's names has its z. */
function fileStack(stack: StackSpec, isTorch: boolean): StackSpec {
  const { cell } = stack;
  return isTorch && cell.kind === 'gru' ? { ...stack, cell: { ...cell, update: 'keeps' } } : stack;
}

/** As `torchProgram`, for TensorFlow.js: a module for a page that has `file` beside it. */
export function tfjsProgram(
  network: LabNetwork,
  input: LabInput,
  file: string,
  notes: readonly string[],
): string {
  const isTorch = torchObstacles(network.stack).length === 0;
  const stack = fileStack(network.stack, isTorch);
  const { lines, isNative, layer } = tfjsLayers(stack);
  const prefix = network.classes === null ? '' : 'rnn.';
  return [
    ...commentLines(notes, '//'),
    "import * as tf from '@tensorflow/tfjs';",
    '',
    ...(lines.length > 0 ? [...lines, ''] : []),
    ...READ_FILE,
    '',
    `const file = await readFile('${file}');`,
    ...(isTorch ? torchWeights(stack, prefix) : plainWeights(stack, isNative)),
    'const layer = (cell, goBackwards = false) =>',
    `  ${layer(['goBackwards', 'returnSequences: true', 'weights: weightsOf(cell)'])};`,
    '',
    ...inputLines(input, stack.inputs),
    ...forwardLines(stack, isTorch),
    'a = a.squeeze([0]);  // (T, …)',
    ...headLines(network, isTorch),
    'a.print();',
    ...(network.classes === null ? [] : ['y.print();']),
    '',
  ].join('\n');
}

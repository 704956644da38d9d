import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../../models/cells/roles.ts';
import type { StackSpec } from '../../../models/cells/stack.ts';
import { torchObstacles } from '../../../models/convert/torch-state-obstacles.ts';
import { writeTorchState } from '../../../models/convert/torch-state-write.ts';
import { type LabInput, type LabNetwork, seededParameters, toStackModel } from '../model.ts';
import { torchProgram } from './torch-program.ts';

const stack: StackSpec = { cell: DEFAULT_LSTM, inputs: 3, hidden: 2, layers: 2, directions: 'concat' };
const symbols: LabInput = {
  kind: 'symbols',
  ids: Int32Array.of(2, 0),
  vocabulary: ['\n', '鲸', 'a"\u2028'],
};
const numbers: LabInput = { kind: 'numbers', values: Float64Array.of(0.1, -2, 1e-9, 0, 5, 6) };
const program = (network: LabNetwork, input: LabInput = symbols) =>
  torchProgram(network, input, 'w.safetensors', []);

/** Tensors that the program's modules have under their own names. */
const fileNames = (network: LabNetwork) => [
  ...writeTorchState(toStackModel({ network, parameters: seededParameters(network, 1) })).tensors.keys(),
];

/*
 * PyTorch itself ran programs of 300 random networks when this was written (2.13.0: within 1e-14 of the reference); it is no part
 * of the tests. Here: that names and sizes are those of the file, and that every part is there.
 */
describe('the program in PyTorch', () => {
  it('makes PyTorch’s own module where there is one, and loads the file as it is', () => {
    const network = { stack, classes: 5 };
    const code = program(network);
    expect(code).toContain('self.rnn = nn.LSTM(3, 2, num_layers=2, bidirectional=True)');
    expect(code).toContain('self.head = nn.Linear(4, 5)');
    expect(code).toContain("model.load_state_dict(load_file('w.safetensors'))");
    expect(code).not.toContain('class Cell');
    expect(fileNames(network).every((name) => /^(rnn|head)\./.test(name))).toBe(true);
  });

  it('is that module alone without a read-out, as the file is', () => {
    const network = {
      stack: { ...stack, cell: { ...DEFAULT_RNN, activation: 'relu' as const } },
      classes: null,
    };
    const code = program(network);
    expect(code).toContain("rnn = nn.RNN(3, 2, num_layers=2, bidirectional=True, nonlinearity='relu')");
    expect(code).toContain('a, _ = rnn(x)  # (T, 4)');
    expect(code).not.toMatch(/model|head|print\(y\)/);
    expect(fileNames(network)[0]).toBe('weight_ih_l0');
  });

  it.each([
    ['a GRU that resets before', { ...stack, cell: DEFAULT_GRU }, '(r * a) @ W_c'],
    [
      'a simplified GRU',
      { ...stack, cell: { ...DEFAULT_GRU, variant: 'simplified' as const } },
      'chunk(2, -1)',
    ],
    ['peepholes', { ...stack, cell: { ...DEFAULT_LSTM, peepholes: true } }, 'p_o * c'],
    ['directions that are added', { ...stack, directions: 'sum' as const }, 'x = there + back.flip(0)'],
  ])('writes %s out, with a parameter for each tensor of the file', (_name, each, equation) => {
    const network = { stack: each, classes: 5 };
    const code = program(network);
    expect(torchObstacles(each)).not.toEqual([]);
    expect(code).toContain(equation);
    for (const name of fileNames(network)) {
      const slot = name.split('.').at(-1);
      if (name.startsWith('layers.')) expect(code).toContain(`self.${slot} = nn.Parameter(`);
    }
    expect(code).toContain("state.pop('head.weights').T");
    expect(code).toContain("name.replace('forward', '0').replace('backward', '1')");
  });

  it('reads what is on screen: symbols by their ids, numbers to the last digit', () => {
    const network = { stack, classes: null };
    expect(program(network)).toContain('# "a\\"\\u{2028}" "\\n"\nids = torch.tensor([2, 0])\n');
    expect(program(network, numbers)).toContain(
      '        [0.1, -2, 1e-9],\n        [0, 5, 6],\n    ],\n    dtype=torch.float64,\n)',
    );
  });
});

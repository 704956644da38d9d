import { cellSlots } from '../../models/cells/parameters.ts';
import { gateRoles } from '../../models/cells/roles.ts';
import type { StackSpec } from '../../models/cells/stack.ts';
import type { CellSpec, GruSpec, LstmSpec } from '../../models/cells/types.ts';
import { ACTIVATION_CODE } from './activations.ts';
import { indent, inputWidths, type Lines } from './network.ts';

/*
 * What nn.RNN, nn.GRU and nn.LSTM lack, written out: the same equations as models/cells, on the tensors that a file of ours
 * has (`inputWeights` (n_x, G·n_a), …).
 */

/** Zeros wait for a file; random weights are ready to be trained. */
export type Start = 'file' | 'random';

function parameterLines(cell: CellSpec, start: Start): Lines {
  const gates = gateRoles(cell).length;
  const columns = gates === 1 ? 'hidden' : `${gates} * hidden`;
  const sizes: Readonly<Record<string, string>> = {
    inputWeights: `inputs, ${columns}`,
    recurrentWeights: `hidden, ${columns}`,
    bias: columns,
    recurrentBias: 'hidden',
    peepholes: '3 * hidden',
  };
  // Slots of length 0 are those that this cell does not have.
  const slots = cellSlots(cell, { inputs: 1, hidden: 1 }).filter(({ length }) => length > 0);
  return slots.map(({ name }) => {
    const zeros = `torch.zeros(${sizes[name]})`;
    const isMatrix = name.endsWith('Weights');
    const tensor = start === 'random' && isMatrix ? `nn.init.xavier_uniform_(${zeros})` : zeros;
    return `self.${name} = nn.Parameter(${tensor})`;
  });
}

function gruStep({ variant, reset, update, gate, candidate }: GruSpec): Lines {
  const full = variant === 'full';
  const names = (prefix: string) => (full ? ['u', 'r', 'c'] : ['u', 'c']).map((g) => prefix + g).join(', ');
  const count = full ? 3 : 2;
  const inside = reset === 'before' ? '(r * a) @ W_c' : 'r * (a @ W_c + self.recurrentBias)';
  const { torch: g } = ACTIVATION_CODE[gate];
  return [
    `${names('x_')} = (x @ self.inputWeights + self.bias).chunk(${count}, -1)`,
    `${names('W_')} = self.recurrentWeights.chunk(${count}, -1)`,
    `u = ${g('x_u + a @ W_u')}`,
    ...(full ? [`r = ${g('x_r + a @ W_r')}`] : []),
    `c = ${ACTIVATION_CODE[candidate].torch(`x_c + ${full ? inside : 'a @ W_c'}`)}`,
    update === 'writes' ? 'return [u * c + (1 - u) * a]' : 'return [u * a + (1 - u) * c]',
  ];
}

function lstmStep({ peepholes, gate, candidate, output }: LstmSpec): Lines {
  const { torch: g } = ACTIVATION_CODE[gate];
  const peep = (letter: string) => g(peepholes ? `z_${letter} + p_${letter} * c` : `z_${letter}`);
  return [
    'z = x @ self.inputWeights + a @ self.recurrentWeights + self.bias',
    'z_f, z_u, z_c, z_o = z.chunk(4, -1)',
    ...(peepholes ? ['p_f, p_u, p_o = self.peepholes.chunk(3)'] : []),
    `f, u = ${peep('f')}, ${peep('u')}`,
    `c = f * c + u * ${ACTIVATION_CODE[candidate].torch('z_c')}`,
    `o = ${peep('o')}`,
    `return [o * ${ACTIVATION_CODE[output].torch('c')}, c]`,
  ];
}

function stepLines(cell: CellSpec): Lines {
  if (cell.kind === 'gru') return gruStep(cell);
  if (cell.kind === 'lstm') return lstmStep(cell);
  const sum = 'x @ self.inputWeights + a @ self.recurrentWeights + self.bias';
  return [`return [${ACTIVATION_CODE[cell.activation].torch(sum)}]`];
}

/** `class Cell`: one layer in one direction. `cell(xs, state)` gives all its a, and the state after them. */
function cellClass(cell: CellSpec, start: Start): Lines {
  const zeros = '[xs.new_zeros(*xs.shape[1:-1], self.hidden)]';
  return [
    'class Cell(nn.Module):',
    '    def __init__(self, inputs, hidden):',
    '        super().__init__()',
    '        self.hidden = hidden',
    ...indent(parameterLines(cell, start), '        '),
    '',
    `    def step(self, ${cell.kind === 'lstm' ? 'x, a, c' : 'x, a'}):`,
    ...indent(stepLines(cell), '        '),
    '',
    '    def forward(self, xs, state=None):  # xs: (T, …, inputs)',
    `        state = state or ${cell.kind === 'lstm' ? `2 * ${zeros}` : zeros}`,
    '        out = []',
    '        for x in xs:',
    '            state = self.step(x, *state)',
    '            out.append(state[0])',
    '        return torch.stack(out), state',
  ];
}

const ONE_WAY: Lines = [
  'def forward(self, x, states=None):',
  '    after = []',
  '    for layer, state in zip(self.layers, states or len(self.layers) * [None]):',
  '        x, state = layer(x, state)',
  '        after.append(state)',
  '    return x, after',
];

const bothWays = (directions: 'concat' | 'sum'): Lines => [
  'def forward(self, x, state=None):',
  '    for forward, backward in self.layers:',
  '        there, _ = forward(x)',
  '        back, _ = backward(x.flip(0))',
  `        x = ${directions === 'sum' ? 'there + back.flip(0)' : 'torch.cat([there, back.flip(0)], -1)'}`,
  '    return x, None',
];

/** `class Cell` and `class Stack`, whose names in a state dictionary are those of a file of ours. */
export function torchStack(stack: StackSpec, start: Start): Lines {
  const { cell, hidden, directions } = stack;
  const both = directions !== 'forward';
  const cells = inputWidths(stack).map((inputs) => {
    const one = `Cell(${inputs}, ${hidden})`;
    return both ? `nn.ModuleList([${one}, ${one}])` : one;
  });
  return [
    ...cellClass(cell, start),
    '',
    'class Stack(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    '        self.layers = nn.ModuleList([',
    ...cells.map((each) => `            ${each},`),
    '        ])',
    '',
    ...indent(both ? bothWays(directions) : ONE_WAY, '    '),
  ];
}

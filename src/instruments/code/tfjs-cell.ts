import { cellSlots } from '../../models/cells/parameters.ts';
import { gateRoles } from '../../models/cells/roles.ts';
import type { CellSpec, GruSpec, LstmSpec } from '../../models/cells/types.ts';
import { ACTIVATION_CODE } from './activations.ts';
import { indent, type Lines } from './network.ts';

/*
 * What TensorFlow.js's layers lack, as a cell for tf.layers.rnn: the same equations as models/cells, weights in the order
 * of `cellSlots`.
 */

function buildLines(cell: CellSpec): Lines {
  const gates = gateRoles(cell).length;
  const columns = gates === 1 ? 'this.units' : `${gates} * this.units`;
  const shapes: Readonly<Record<string, string>> = {
    inputWeights: `[shape.at(-1), ${columns}]`,
    recurrentWeights: `[this.units, ${columns}]`,
    bias: `[${columns}]`,
    recurrentBias: '[this.units]',
    peepholes: '[3 * this.units]',
  };
  const slots = cellSlots(cell, { inputs: 1, hidden: 1 }).filter(({ length }) => length > 0);
  return slots.map(({ name }) => {
    const start = name.endsWith('Weights') ? 'glorotUniform({})' : 'zeros()';
    return `this.${name} = this.addWeight('${name}', ${shapes[name]}, 'float32', tf.initializers.${start});`;
  });
}

function gruStep({ variant, reset, update, gate, candidate }: GruSpec): Lines {
  const full = variant === 'full';
  const names = (prefix: string) => (full ? ['u', 'r', 'c'] : ['u', 'c']).map((g) => prefix + g).join(', ');
  const count = full ? 3 : 2;
  const inside = reset === 'before' ? 'r.mul(a).matMul(Wc)' : 'r.mul(a.matMul(Wc).add(bc))';
  const { tfjs: g } = ACTIVATION_CODE[gate];
  const [written, kept] = update === 'writes' ? ['c', 'a'] : ['a', 'c'];
  return [
    `const [${names('x')}] = tf.split(x.matMul(W).add(b), ${count}, 1);`,
    `const [${names('W')}] = tf.split(U, ${count}, 1);`,
    `const u = ${g('xu.add(a.matMul(Wu))')};`,
    ...(full ? [`const r = ${g('xr.add(a.matMul(Wr))')};`] : []),
    `const c = ${ACTIVATION_CODE[candidate].tfjs(`xc.add(${full ? inside : 'a.matMul(Wc)'})`)};`,
    `const next = u.mul(${written}).add(tf.sub(1, u).mul(${kept}));`,
    'return [next, next];',
  ];
}

function lstmStep({ peepholes, gate, candidate, output }: LstmSpec): Lines {
  const { tfjs: g } = ACTIVATION_CODE[gate];
  const peep = (letter: string, cell: string) =>
    g(peepholes ? `z${letter}.add(p${letter}.mul(${cell}))` : `z${letter}`);
  return [
    'const z = x.matMul(W).add(a.matMul(U)).add(b);',
    'const [zf, zu, zc, zo] = tf.split(z, 4, 1);',
    ...(peepholes ? ['const [pf, pu, po] = tf.split(p, 3);'] : []),
    `const memory = ${peep('f', 'c')}.mul(c).add(${peep('u', 'c')}.mul(${ACTIVATION_CODE[candidate].tfjs('zc')}));`,
    `const next = ${peep('o', 'memory')}.mul(${ACTIVATION_CODE[output].tfjs('memory')});`,
    'return [next, next, memory];',
  ];
}

function stepLines(cell: CellSpec): Lines {
  if (cell.kind === 'gru') return gruStep(cell);
  if (cell.kind === 'lstm') return lstmStep(cell);
  const sum = 'x.matMul(W).add(a.matMul(U)).add(b)';
  return [`const next = ${ACTIVATION_CODE[cell.activation].tfjs(sum)};`, 'return [next, next];'];
}

const LETTERS: Readonly<Record<string, string>> = {
  inputWeights: 'W',
  recurrentWeights: 'U',
  bias: 'b',
  recurrentBias: 'bc',
  peepholes: 'p',
};

/** `class Cell`, for `tf.layers.rnn({ cell: new Cell(units) })`. */
export function tfjsCell(cell: CellSpec): Lines {
  const slots = cellSlots(cell, { inputs: 1, hidden: 1 }).filter(({ length }) => length > 0);
  const letters = slots.map(({ name }) => LETTERS[name]).join(', ');
  const fields = slots.map(({ name }) => `this.${name}`).join(', ');
  return [
    'class Cell extends tf.layers.RNNCell {',
    "  static className = 'Cell';",
    '',
    '  constructor(units) {',
    '    super({});',
    '    this.units = units;',
    `    this.stateSize = ${cell.kind === 'lstm' ? '[units, units]' : 'units'};`,
    '  }',
    '',
    '  build(shape) {',
    ...indent(buildLines(cell), '    '),
    '    this.built = true;',
    '  }',
    '',
    `  call([${cell.kind === 'lstm' ? 'x, a, c' : 'x, a'}]) {`,
    `    const [${letters}] = [${fields}].map((weight) => weight.read());`,
    ...indent(stepLines(cell), '    '),
    '  }',
    '}',
  ];
}

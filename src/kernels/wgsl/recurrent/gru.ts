import type { GateRole, GruSpec } from '../../../models/cells/types.ts';
import type { BackwardPhase, CellShader, ForwardPhase, ShaderNames } from './cell.ts';

/** The equations of `models/cells/gru`, for one unit. */
export function gruShader(spec: GruSpec, names: ShaderNames): Pick<CellShader, 'forward' | 'backward'> {
  if (spec.variant === 'simplified') return simplified(spec, names);
  return spec.reset === 'before' ? resetBefore(spec, names) : resetAfter(spec, names);
}

const input = (role: GateRole, { block }: ShaderNames): ForwardPhase['sums'][number] => ({
  name: `z_${role}`,
  block: block(role),
  from: 'input',
});

/** c̃ and the new a; `update` and `previous` are known. */
function mix(spec: GruSpec, z: string, { open, keepGate, where }: ShaderNames): string {
  const [write, keep] =
    spec.update === 'writes' ? ['update', '(1.0 - update)'] : ['(1.0 - update)', 'update'];
  return `
let candidate = ${open('candidate', z)};
${keepGate('candidate', z, 'candidate')}
emit(at, unit, ${where(`${write} * candidate + ${keep} * previous`, 'previous')});`;
}

/** Γ opened, and kept. */
function gate(role: GateRole, { open, keepGate }: ShaderNames): string {
  return `let ${role} = ${open(role, `z_${role}`)}; ${keepGate(role, `z_${role}`, role)}`;
}

/** ∂L/∂a to the update gate, the candidate and, directly, a_prev. */
function mixBack(spec: GruSpec, { kept, recall, slope, send, where }: ShaderNames): string {
  const writes = spec.update === 'writes';
  return `
let kept_update = ${kept('update')}; let update = ${recall('update')};
let kept_candidate = ${kept('candidate')}; let candidate = ${recall('candidate')};
let previous = ${kept('previous')};
let da = dHidden[round] + loadAbove(at, unit);
let write = ${writes ? 'update' : '1.0 - update'};
let difference = ${writes ? 'candidate - previous' : 'previous - candidate'};
${send('update', where(`da * difference * ${slope('update')}`, 'Rows(0.0)'))}
${send('candidate', where(`da * write * ${slope('candidate')}`, 'Rows(0.0)'))}
direct[round] = ${where('da * (1.0 - write)', 'da')};`;
}

const collect = 'dHidden[round] = direct[round] + sum;';

function simplified(spec: GruSpec, names: ShaderNames): Pick<CellShader, 'forward' | 'backward'> {
  return {
    forward: [
      {
        operand: 'state',
        sums: [input('update', names), input('candidate', names)],
        finish: `
${names.keep('previous', 'previous')}
${gate('update', names)}
${mix(spec, 'z_candidate', names)}`,
      },
    ],
    backward: [{ enter: mixBack(spec, names), first: 0, blocks: 2, leave: collect }],
  };
}

/** c̃ = g(z_c + Γ_r ∗ q), q = W_c a_prev + b_hc. */
function resetAfter(spec: GruSpec, names: ShaderNames): Pick<CellShader, 'forward' | 'backward'> {
  const sums: ForwardPhase['sums'] = [
    input('update', names),
    input('reset', names),
    { name: 'product', block: names.block('candidate'), from: 'recurrentBias' },
  ];
  return {
    forward: [
      {
        operand: 'state',
        sums,
        finish: `
${names.keep('previous', 'previous')}
${names.keep('product', 'product')}
${gate('update', names)}
${gate('reset', names)}
let z_candidate = loadZ(${names.block('candidate')}u, at, unit) + reset * product;
${mix(spec, 'z_candidate', names)}`,
      },
    ],
    backward: [
      {
        enter: `${mixBack(spec, names)}
let kept_reset = ${names.kept('reset')}; let reset = ${names.recall('reset')};
${names.send('reset', `dz_candidate * ${names.kept('product')} * ${names.slope('reset')}`)}
let dq = dz_candidate * reset;
storeDq(at, unit, dq);
flows[${names.block('candidate')}u * HIDDEN + unit] = dq;`,
        first: 0,
        blocks: 3,
        leave: collect,
      },
    ],
  };
}

/** c̃ = g(z_c + W_c s), s = Γ_r ∗ a_prev: a second sum that waits for the reset gates of all units. */
function resetBefore(spec: GruSpec, names: ShaderNames): Pick<CellShader, 'forward' | 'backward'> {
  const backward: readonly BackwardPhase[] = [
    {
      enter: mixBack(spec, names),
      first: names.block('candidate'),
      blocks: 1,
      leave: `
let kept_reset = ${names.kept('reset')};
let previous = ${names.kept('previous')};
${names.send('reset', `sum * previous * ${names.slope('reset')}`)}
direct[round] += sum * ${names.recall('reset')};`,
    },
    { enter: '', first: 0, blocks: 2, leave: collect },
  ];
  return {
    forward: [
      {
        operand: 'state',
        sums: [input('update', names), input('reset', names)],
        finish: `
${names.keep('previous', 'previous')}
${gate('update', names)}
${gate('reset', names)}
let reached = reset * previous;
${names.keep('operand', 'reached')}
operand[unit] = reached;
carriedUpdate[round] = update;`,
      },
      {
        operand: 'operand',
        sums: [input('candidate', names)],
        finish: `
let update = carriedUpdate[round];
${mix(spec, 'z_candidate', names)}`,
      },
    ],
    backward,
  };
}

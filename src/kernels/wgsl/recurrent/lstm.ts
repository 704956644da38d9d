import { PEEPHOLE_GATES, type PeepholeGate } from '../../../models/cells/lstm/lstm.ts';
import { gateRoles } from '../../../models/cells/roles.ts';
import type { LstmSpec } from '../../../models/cells/types.ts';
import { keptExpression, shaderName } from '../activations.ts';
import type { CellShader, ShaderNames } from './cell.ts';

/** The equations of `models/cells/lstm`, for one unit. */
export function lstmShader(spec: LstmSpec, names: ShaderNames): Pick<CellShader, 'forward' | 'backward'> {
  const sums = gateRoles(spec).map((role, block) => ({ name: `z_${role}`, block, from: 'input' as const }));
  return {
    forward: [{ operand: 'state', sums, finish: finish(spec, names) }],
    backward: [
      { enter: enter(spec, names), first: 0, blocks: 4, leave: 'dHidden[round] = direct[round] + sum;' },
    ],
  };
}

/** p of one gate and this unit. */
const peephole = (gate: PeepholeGate) => `extra[${PEEPHOLE_GATES.indexOf(gate)}u * HIDDEN + unit]`;

function finish(spec: LstmSpec, { open, keepGate, keep, where }: ShaderNames): string {
  const look = (gate: PeepholeGate, c: string) => (spec.peepholes ? ` + ${peephole(gate)} * ${c}` : '');
  return `
let previousCell = carriedCell[round];
let seen_forget = z_forget${look('forget', 'previousCell')};
let seen_update = z_update${look('update', 'previousCell')};
let forget = ${open('forget', 'seen_forget')};
let update = ${open('update', 'seen_update')};
let candidate = ${open('candidate', 'z_candidate')};
let cell = forget * previousCell + update * candidate;
let seen_output = z_output${look('output', 'cell')};
let output = ${open('output', 'seen_output')};
let hidden = output * value_${shaderName(spec.output)}(cell);
${keepGate('forget', 'seen_forget', 'forget')}
${keepGate('update', 'seen_update', 'update')}
${keepGate('candidate', 'z_candidate', 'candidate')}
${keepGate('output', 'seen_output', 'output')}
${keep('previous', 'previous')}
${keep('previousCell', 'previousCell')}
${spec.peepholes ? keep('cell', 'cell') : ''}
carriedCell[round] = ${where('cell', 'previousCell')};
emit(at, unit, ${where('hidden', 'previous')});`;
}

/** c is computed again from its gates instead of being kept for every step. */
function enter(spec: LstmSpec, { kept, recall, slope, send, where }: ShaderNames): string {
  const out = shaderName(spec.output);
  const look = (gate: PeepholeGate) => (spec.peepholes ? ` + dz_${gate} * ${peephole(gate)}` : '');
  return `
${gateRoles(spec)
  .map((role) => `let kept_${role} = ${kept(role)}; let ${role} = ${recall(role)};`)
  .join('\n')}
let previousCell = ${kept('previousCell')};
let cell = forget * previousCell + update * candidate;
let shown = value_${out}(cell);
let da = dHidden[round] + loadAbove(at, unit);
${send('output', where(`da * shown * ${slope('output')}`, 'Rows(0.0)'))}
let dc = dCell[round] + da * output * slope_${out}(${keptExpression(spec.output, 'cell', 'shown')})${look('output')};
${send('forget', where(`dc * previousCell * ${slope('forget')}`, 'Rows(0.0)'))}
${send('update', where(`dc * candidate * ${slope('update')}`, 'Rows(0.0)'))}
${send('candidate', where(`dc * update * ${slope('candidate')}`, 'Rows(0.0)'))}
dCell[round] = ${where(`dc * forget${look('forget')}${look('update')}`, 'dCell[round]')};
direct[round] = ${where('Rows(0.0)', 'da')};`;
}

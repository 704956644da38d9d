import { hasPeepholes, hasRecurrentBias } from '../../../models/cells/parameters.ts';
import { gateRoles, hasCell } from '../../../models/cells/roles.ts';
import type { CellSpec } from '../../../models/cells/types.ts';
import { activationCode } from '../activations.ts';
import { counts, type Program, reads, writes } from '../program.ts';
import { type BackwardPhase, type CellShader, cellShader } from './cell.ts';
import type { PlannedProgram, RecurrenceShape } from './forward.ts';
import { planWorkgroup, type WorkgroupLimits, type WorkgroupPlan } from './plan.ts';
import { maskReader, rowReader, rowsCode, rowWriter } from './rows.ts';
import { exchangeSums, sliceOfSums } from './sums.ts';

/** What of the backward pass is asked for. */
export interface BackwardShape extends RecurrenceShape {
  /** Whether there is a gradient with respect to the final state. */
  readonly fromFinal: boolean;
}

/**
 * All steps backward in one dispatch, last computed step first. Buffers: above = ∂L/∂a (T, B, n_a), dFinal (S, B, n_a)
 * where there is one, the forward pass's trace, weightsT = W_aᵀ (G·n_a, n_a) so that invocations side by side read side by
 * side, extra (peepholes) and mask; written: dz = ∂L/∂z (T, B, G·n_a), dq = ∂L/∂q (T, B, n_a) where a GRU resets after
 * the product, and dState = ∂L/∂ of the initial state (S, B, n_a).
 */
export function backwardProgram(shape: BackwardShape, limits: WorkgroupLimits): PlannedProgram {
  const { spec, hidden, batch, masked, fromFinal } = shape;
  const gates = gateRoles(spec).length;
  const plan = planWorkgroup(hidden, batch, limits, (slices) => (gates + slices - 1) * hidden);
  const program: Program = {
    key: `recurrence backward ${JSON.stringify([spec, hidden, masked, fromFinal, plan])}`,
    buffers: [
      reads('above'),
      ...(fromFinal ? [reads('dFinal')] : []),
      reads('trace'),
      reads('weightsT'),
      ...(hasPeepholes(spec) ? [reads('extra')] : []),
      ...(masked ? [reads('mask', 'i32')] : []),
      writes('dz'),
      ...(hasRecurrentBias(spec) ? [writes('dq')] : []),
      writes('dState'),
    ],
    params: counts('steps', 'batch', 'reverse'),
    body: () => body(shape, plan),
  };
  return { program, plan };
}

function body(shape: BackwardShape, plan: WorkgroupPlan): string {
  const { spec, hidden, masked, fromFinal } = shape;
  const cell = cellShader(spec, masked);
  const gates = gateRoles(spec).length;
  const partials =
    plan.slices > 1 ? `var<workgroup> partials: array<Rows, ${(plan.slices - 1) * hidden}>;` : '';
  return `
const HIDDEN = ${hidden}u;
const COLUMNS = ${gates * hidden}u;
${rowsCode(plan)}
var<workgroup> flows: array<Rows, ${gates * hidden}>;
${partials}
${activationCode(cell.activations)}
${rowReader(plan, 'loadAbove', '', (row) => `above[${row} * HIDDEN + unit]`)}
${rowReader(plan, 'loadTrace', 'lane: u32, ', (row) => `trace[(lane * params.steps * params.batch + ${row}) * HIDDEN + unit]`)}
${fromFinal ? rowReader(plan, 'loadFinal', '', (row) => `dFinal[${row} * HIDDEN + unit]`) : ''}
${masked ? maskReader(plan) : ''}
${rowWriter(plan, 'storeDz', 'block: u32, ', (row) => `dz[${row} * COLUMNS + block * HIDDEN + unit]`)}
${hasRecurrentBias(spec) ? rowWriter(plan, 'storeDq', '', (row) => `dq[${row} * HIDDEN + unit]`) : ''}
${rowWriter(plan, 'storeState', '', (row) => `dState[${row} * HIDDEN + unit]`)}
${mainCode(spec, plan, cell, shape)}`;
}

function mainCode(
  spec: CellSpec,
  plan: WorkgroupPlan,
  cell: CellShader,
  { masked, fromFinal }: BackwardShape,
): string {
  const own = (statement: string) =>
    `for (var round = 0u; round < ${plan.rounds}u; round++) { let unit = first + round * ${plan.units}u; if (slice == 0u && unit < HIDDEN) { ${statement} } }`;
  const isLstm = hasCell(spec);
  const begin = `dHidden[round] = loadFinal(base, unit);${isLstm ? ' dCell[round] = loadFinal(params.batch + base, unit);' : ''}`;
  return `
@compute @workgroup_size(${plan.units * plan.slices})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let first = index % ${plan.units}u;
  let slice = index / ${plan.units}u;
  let base = group.x * ${plan.rows}u;
  last = min(${plan.rows}u, params.batch - base) - 1u;
  var dHidden: array<Rows, ${plan.rounds}>;
  var direct: array<Rows, ${plan.rounds}>;
  ${isLstm ? `var dCell: array<Rows, ${plan.rounds}>;` : ''}
  ${fromFinal ? own(begin) : ''}
  for (var order = params.steps; order > 0u; order--) {
    let step = select(order - 1u, params.steps - order, params.reverse == 1u);
    let at = step * params.batch + base;
    ${masked ? 'let on = loadMask(at);' : ''}
    ${cell.backward.map((phase) => phaseCode(phase, plan, own)).join('\n')}
  }
  ${own(`storeState(base, unit, dHidden[round]);${isLstm ? ' storeState(params.batch + base, unit, dCell[round]);' : ''}`)}
}`;
}

function phaseCode(
  { enter, first, blocks, leave }: BackwardPhase,
  plan: WorkgroupPlan,
  own: (statement: string) => string,
): string {
  const offset = first === 0 ? '' : `${first}u * HIDDEN + `;
  const sums = [{ name: 'sum', weight: (k: string) => `weightsT[(${offset}${k}) * HIDDEN + unit]` }];
  const { give, take } = exchangeSums(plan, sums);
  return `
${enter ? own(enter) : ''}
workgroupBarrier();
for (var round = 0u; round < ${plan.rounds}u; round++) {
  let unit = first + round * ${plan.units}u;
  let has = unit < HIDDEN;
  var sum = Rows(0.0);
  if (has) { ${sliceOfSums(plan, `${blocks}u * HIDDEN`, (k) => `flows[${offset}${k}]`, sums)} }
  ${give}
  if (has && slice == 0u) {
    ${take}
    ${leave}
  }
}
workgroupBarrier();`;
}

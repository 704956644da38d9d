import { gateRoles, hasCell } from '../../../models/cells/roles.ts';
import type { CellSpec } from '../../../models/cells/types.ts';
import { activationCode } from '../activations.ts';
import { counts, type Program, reads, writes } from '../program.ts';
import { type CellShader, cellShader, extraWidth, type ForwardPhase, resetsBefore } from './cell.ts';
import { planWorkgroup, type WorkgroupLimits, type WorkgroupPlan } from './plan.ts';
import { maskReader, rowReader, rowsCode, rowWriter } from './rows.ts';
import { exchangeSums, sliceOfSums } from './sums.ts';

/** A recurrence over a whole sequence, as far as the code depends on it. */
export interface RecurrenceShape {
  readonly spec: CellSpec;
  readonly hidden: number;
  /** Decides the rows of a workgroup, if it is small. */
  readonly batch: number;
  readonly masked: boolean;
}

export interface PlannedProgram {
  readonly program: Program;
  readonly plan: WorkgroupPlan;
}

/**
 * All steps forward in one dispatch; a workgroup takes `plan.rows` examples through time. Buffers: z (T, B, G·n_a) the
 * input products with the bias in them, weights W_a (n_a, G·n_a), initial (S, B, n_a), with S = 2 for an LSTM (a, c) else
 * 1, extra (b_hc or peepholes) and mask (T, B) where there are such; written: hidden (T, B, n_a), the final state
 * (S, B, n_a), and the trace (lanes, T, B, n_a) for the backward pass.
 */
export function forwardProgram(shape: RecurrenceShape, limits: WorkgroupLimits): PlannedProgram {
  const { spec, hidden, batch, masked } = shape;
  const cell = cellShader(spec, masked);
  const sums = Math.max(...cell.forward.map((phase) => phase.sums.length));
  const states = resetsBefore(spec) ? 3 : 2;
  const plan = planWorkgroup(hidden, batch, limits, (slices) => (states + (slices - 1) * sums) * hidden);
  const program: Program = {
    key: `recurrence forward ${JSON.stringify([spec, hidden, masked, plan])}`,
    buffers: [
      reads('z'),
      reads('weights'),
      reads('initial'),
      ...(extraWidth(spec) > 0 ? [reads('extra')] : []),
      ...(masked ? [reads('mask', 'i32')] : []),
      writes('hidden'),
      writes('finalState'),
      writes('trace'),
    ],
    params: counts('steps', 'batch', 'reverse'),
    body: () => body(shape, plan, cell, sums),
  };
  return { program, plan };
}

function body(
  { spec, hidden, masked }: RecurrenceShape,
  plan: WorkgroupPlan,
  cell: CellShader,
  sums: number,
): string {
  const gates = gateRoles(spec).length;
  const partials =
    plan.slices > 1 ? `var<workgroup> partials: array<Rows, ${(plan.slices - 1) * sums * hidden}>;` : '';
  return `
const HIDDEN = ${hidden}u;
const COLUMNS = ${gates * hidden}u;
${rowsCode(plan)}
var<workgroup> state: array<Rows, ${2 * hidden}>;
${resetsBefore(spec) ? `var<workgroup> operand: array<Rows, ${hidden}>;` : ''}
${partials}
var<private> next: u32;
${activationCode(cell.activations)}
${rowReader(plan, 'loadZ', 'block: u32, ', (row) => `z[${row} * COLUMNS + block * HIDDEN + unit]`)}
${rowReader(plan, 'loadInitial', '', (row) => `initial[${row} * HIDDEN + unit]`)}
${masked ? maskReader(plan) : ''}
${rowWriter(plan, 'storeHidden', '', (row) => `hidden[${row} * HIDDEN + unit]`)}
${rowWriter(plan, 'storeFinal', '', (row) => `finalState[${row} * HIDDEN + unit]`)}
${rowWriter(plan, 'storeTrace', 'lane: u32, ', (row) => `trace[(lane * params.steps * params.batch + ${row}) * HIDDEN + unit]`)}
fn emit(at: u32, unit: u32, value: Rows) {
  storeHidden(at, unit, value);
  state[next + unit] = value;
}
${mainCode(spec, plan, cell, masked)}`;
}

function mainCode(spec: CellSpec, plan: WorkgroupPlan, cell: CellShader, masked: boolean): string {
  const own = (statement: string) =>
    `for (var round = 0u; round < ${plan.rounds}u; round++) { let unit = first + round * ${plan.units}u; if (slice == 0u && unit < HIDDEN) { ${statement} } }`;
  return `
@compute @workgroup_size(${plan.units * plan.slices})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let first = index % ${plan.units}u;
  let slice = index / ${plan.units}u;
  let base = group.x * ${plan.rows}u;
  last = min(${plan.rows}u, params.batch - base) - 1u;
  ${hasCell(spec) ? `var carriedCell: array<Rows, ${plan.rounds}>;` : ''}
  ${resetsBefore(spec) ? `var carriedUpdate: array<Rows, ${plan.rounds}>;` : ''}
  ${own(`state[unit] = loadInitial(base, unit);${hasCell(spec) ? ' carriedCell[round] = loadInitial(params.batch + base, unit);' : ''}`)}
  workgroupBarrier();
  var now = 0u;
  for (var order = 0u; order < params.steps; order++) {
    let step = select(order, params.steps - 1u - order, params.reverse == 1u);
    let at = step * params.batch + base;
    next = HIDDEN - now;
    ${masked ? 'let on = loadMask(at);' : ''}
    ${cell.forward.map((phase) => phaseCode(phase, plan)).join('\n')}
    now = next;
  }
  ${own(`storeFinal(base, unit, state[now + unit]);${hasCell(spec) ? ' storeFinal(params.batch + base, unit, carriedCell[round]);' : ''}`)}
}`;
}

function phaseCode({ operand, sums, finish }: ForwardPhase, plan: WorkgroupPlan): string {
  const begins = sums.map(({ name, block, from }) => {
    const start = from === 'input' ? `loadZ(${block}u, at, unit)` : 'Rows(extra[unit])';
    return `var ${name} = Rows(0.0); if (has && slice == 0u) { ${name} = ${start}; }`;
  });
  const terms = sums.map(({ name, block }) => ({
    name,
    weight: (k: string) => `weights[(${k}) * COLUMNS + ${block}u * HIDDEN + unit]`,
  }));
  const source = (k: string) => (operand === 'state' ? `state[now + ${k}]` : `operand[${k}]`);
  const { give, take } = exchangeSums(plan, sums);
  return `
for (var round = 0u; round < ${plan.rounds}u; round++) {
  let unit = first + round * ${plan.units}u;
  let has = unit < HIDDEN;
  ${begins.join('\n')}
  if (has) { ${sliceOfSums(plan, 'HIDDEN', source, terms)} }
  ${give}
  if (has && slice == 0u) {
    ${take}
    let previous = state[now + unit];
    ${finish}
  }
}
workgroupBarrier();`;
}

import { hasPeepholes, hasRecurrentBias } from '../../../models/cells/parameters.ts';
import { gateActivation, gateRoles, hasCell } from '../../../models/cells/roles.ts';
import type { CellSpec, GateRole } from '../../../models/cells/types.ts';
import type { Activation } from '../../../models/dense/activations.ts';
import { keptExpression, shaderName } from '../activations.ts';
import { gruShader } from './gru.ts';
import { lstmShader } from './lstm.ts';
import { rnnShader } from './rnn.ts';

/*
 * A cell's step in WGSL, as data. `Rows` is one number for each batch row of the workgroup. Every statement below runs
 * for one hidden unit `unit`; what a step needs of other units goes through workgroup memory: `state` (a_prev), `operand`
 * (a GRU's Γ_r ∗ a_prev) forward, `flows` (∂L/∂z of every gate) backward.
 */

/** Forward: sums over the previous units, then what follows from them. */
export interface ForwardPhase {
  /** What is multiplied by the weights. */
  readonly operand: 'state' | 'operand';
  /** The sums `z_role`, each with its block of columns and what it begins with. */
  readonly sums: readonly {
    readonly name: string;
    readonly block: number;
    readonly from: 'input' | 'recurrentBias';
  }[];
  readonly finish: string;
}

/** Backward: what is known of a unit's gates, the sum over the gates of all units, then what follows from it. */
export interface BackwardPhase {
  readonly enter: string;
  /** `sum` is taken over this many blocks of `flows`, from this one on. */
  readonly first: number;
  readonly blocks: number;
  readonly leave: string;
}

/** What the passes of one kind of cell need. */
export interface CellShader {
  /** What the forward pass keeps for the backward pass, in the order of its lanes; each is (T·B, n_a). */
  readonly lanes: readonly string[];
  readonly activations: readonly Activation[];
  readonly forward: readonly ForwardPhase[];
  readonly backward: readonly BackwardPhase[];
}

/** How the statements name what they share. */
export interface ShaderNames {
  /** Block of columns of a gate. */
  block(role: GateRole): number;
  /** y = g(z). */
  open(role: GateRole, z: string): string;
  /** y from what was kept. */
  recall(role: GateRole): string;
  /** g′ from what was kept. */
  slope(role: GateRole): string;
  /** Statement: keeps a gate. */
  keepGate(role: GateRole, z: string, y: string): string;
  /** Statement: keeps another lane. */
  keep(lane: string, value: string): string;
  /** A lane that is no gate. */
  kept(lane: string): string;
  /** Statement: ∂L/∂z of a gate, to the result and to `flows`. */
  send(role: GateRole, dz: string): string;
  /** `computed` for the rows that compute this step, `otherwise` for the others. */
  where(computed: string, otherwise: string): string;
}

export function cellShader(spec: CellSpec, masked: boolean): CellShader {
  const lanes = traceLanes(spec);
  const names = shaderNames(spec, lanes, masked);
  const shader =
    spec.kind === 'rnn'
      ? rnnShader(names)
      : spec.kind === 'gru'
        ? gruShader(spec, names)
        : lstmShader(spec, names);
  const activations = gateRoles(spec).map((role) => gateActivation(spec, role));
  return { ...shader, lanes, activations: hasCell(spec) ? [...activations, spec.output] : activations };
}

/** Gates first, in the order of their columns; then the states and products that the backward pass wants. */
export function traceLanes(spec: CellSpec): readonly string[] {
  const lanes: readonly string[] = [...gateRoles(spec), 'previous'];
  if (hasCell(spec)) return [...lanes, 'previousCell', ...(hasPeepholes(spec) ? ['cell'] : [])];
  if (hasRecurrentBias(spec)) return [...lanes, 'product'];
  return resetsBefore(spec) ? [...lanes, 'operand'] : lanes;
}

/** Whether the candidate's weights multiply Γ_r ∗ a_prev instead of a_prev. */
export function resetsBefore(spec: CellSpec): boolean {
  return spec.kind === 'gru' && spec.variant === 'full' && spec.reset === 'before';
}

/** Numbers a unit in the tensor of small parameters: b_hc or the three peepholes; 0 where there are none. */
export function extraWidth(spec: CellSpec): number {
  if (hasRecurrentBias(spec)) return 1;
  return hasPeepholes(spec) ? 3 : 0;
}

function shaderNames(spec: CellSpec, lanes: readonly string[], masked: boolean): ShaderNames {
  const roles = gateRoles(spec);
  const block = (role: GateRole) => roles.indexOf(role);
  const lane = (name: string) => lanes.indexOf(name);
  const call = (prefix: string, role: GateRole, argument: string) =>
    `${prefix}_${shaderName(gateActivation(spec, role))}(${argument})`;
  const kept = (name: string) => `loadTrace(${lane(name)}u, at, unit)`;
  const keep = (name: string, value: string) => `storeTrace(${lane(name)}u, at, unit, ${value});`;
  return {
    block,
    open: (role, z) => call('value', role, z),
    recall: (role) => call('recalled', role, `kept_${role}`),
    slope: (role) => call('slope', role, `kept_${role}`),
    keepGate: (role, z, y) => keep(role, keptExpression(gateActivation(spec, role), z, y)),
    keep,
    kept,
    send: (role, dz) =>
      `let dz_${role} = ${dz}; storeDz(${block(role)}u, at, unit, dz_${role}); flows[${block(role)}u * HIDDEN + unit] = dz_${role};`,
    where: (computed, otherwise) => (masked ? `select(${otherwise}, ${computed}, on)` : computed),
  };
}

import { hasRecurrentBias } from '../../../models/cells/parameters.ts';
import { gateRoles } from '../../../models/cells/roles.ts';
import type { CellSpec } from '../../../models/cells/types.ts';
import type { ColumnSumShape } from '../column-sums.ts';
import { reads } from '../program.ts';
import { resetsBefore, traceLanes } from './cell.ts';

/** Some columns of ∂L/∂W_a: laneᵀ · source, a product over all steps and examples. */
export interface WeightGradientPart {
  /** Lane of the trace that these weights multiplied. */
  readonly lane: number;
  /** What comes back: ∂L/∂z, or a GRU's ∂L/∂q where it resets after the product. */
  readonly source: 'dz' | 'dq';
  /** Width of the source, and its first column. */
  readonly width: number;
  readonly shift: number;
  /** First column of W_a, and their number. */
  readonly offset: number;
  readonly columns: number;
}

/** A GRU's candidate multiplied something else than a_prev, or its gradient passed Γ_r: then its columns stand apart. */
export function weightGradientParts(spec: CellSpec, hidden: number): readonly WeightGradientPart[] {
  const lanes = traceLanes(spec);
  const width = gateRoles(spec).length * hidden;
  const previous = { lane: lanes.indexOf('previous'), source: 'dz', width, shift: 0, offset: 0 } as const;
  const gates = { ...previous, columns: 2 * hidden };
  const candidate = { ...gates, offset: 2 * hidden, columns: hidden };
  if (resetsBefore(spec)) {
    return [gates, { ...candidate, lane: lanes.indexOf('operand'), shift: 2 * hidden }];
  }
  if (hasRecurrentBias(spec)) return [gates, { ...candidate, source: 'dq', width: hidden }];
  return [{ ...previous, columns: width }];
}

/**
 * ∂p = Σ ∂z ∗ c over rows: forget and update gates looked at c_prev, the output gate at c. Gates of the LSTM stand in the
 * order forget, update, candidate, output.
 */
export function peepholeSums(spec: CellSpec): ColumnSumShape {
  const lanes = traceLanes(spec);
  const gate = 'column / params.hidden';
  const unit = 'column % params.hidden';
  const isOutput = `${gate} == 2u`;
  const lane = `select(${lanes.indexOf('previousCell')}u, ${lanes.indexOf('cell')}u, ${isOutput})`;
  const block = `select(${gate}, 3u, ${isOutput})`;
  return {
    key: 'peepholes',
    buffers: [reads('dz'), reads('trace')],
    term: `dz[(row * 4u + ${block}) * params.hidden + ${unit}] * trace[(${lane} * params.rows + row) * params.hidden + ${unit}]`,
    params: ['hidden'],
  };
}

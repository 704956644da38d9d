import type { OptimizerSpec } from '../../models/optim/types.ts';
import { counts, IS_STRANGE, type Program, reads, repeat, writes } from './program.ts';

const SIZE = 256;
/** Workgroups that sum squares: as many as one workgroup then adds up, one an invocation. */
export const MOST_PARTS = SIZE;
const NUMBERS_A_PART = 4096;
/** Workgroups of the update; each strides over the parameters. */
const MOST_UPDATERS = 4096;

export function squaredSumParts(numbers: number): number {
  return Math.min(MOST_PARTS, Math.ceil(numbers / NUMBERS_A_PART));
}

export function updateGroups(numbers: number): number {
  return Math.min(MOST_UPDATERS, Math.ceil(numbers / SIZE));
}

/** Pairwise sum of what each invocation put into `shares`, left in `shares[0]`. */
const HALVE = `
  workgroupBarrier();
  for (var half = ${SIZE / 2}u; half > 0u; half /= 2u) {
    if (index < half) { shares[index] += shares[index + half]; }
    workgroupBarrier();
  }`;

/**
 * Σ g² in parts, each in one order; NaN where a gradient, or the parameter that it belongs to, is infinite or none. The grid
 * is `squaredSumParts` workgroups.
 */
export const squaredSumsProgram: Program = {
  key: 'squared sums',
  buffers: [reads('parameters'), reads('gradients'), writes('parts')],
  params: [...counts('count', 'parts'), ['nan', 'f32']],
  body: () => `${IS_STRANGE}
var<workgroup> shares: array<f32, ${SIZE}>;
@compute @workgroup_size(${SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  var sum = 0.0;
  for (var i = group.x * ${SIZE}u + index; i < params.count; i += params.parts * ${SIZE}u) {
    let g = gradients[i];
    sum += select(g * g, params.nan, isStrange(g) || isStrange(parameters[i]));
  }
  shares[index] = sum;${HALVE}
  if (index == 0u) { parts[group.x] = shares[0]; }
}`,
};

/** A rule of `models/optim` in WGSL: `theta`, `g` and the moments `m0`, `m1` of one parameter. */
interface ShaderRule {
  readonly moments: number;
  readonly constants: readonly string[];
  readonly update: string;
}

const RULES: Readonly<Record<OptimizerSpec['kind'], ShaderRule>> = {
  sgd: { moments: 0, constants: [], update: 'theta -= params.learningRate * g;' },
  momentum: {
    moments: 1,
    constants: ['momentum'],
    update: 'm0 = params.momentum * m0 + g; theta -= params.learningRate * m0;',
  },
  rmsprop: {
    moments: 1,
    constants: ['decay', 'newShare', 'epsilon'],
    update:
      'm0 = params.decay * m0 + params.newShare * g * g; theta -= params.learningRate * g / (sqrt(m0) + params.epsilon);',
  },
  adam: {
    moments: 2,
    constants: ['beta1', 'newShare1', 'beta2', 'newShare2', 'epsilon', 'rootCorrection'],
    update: `m0 = params.beta1 * m0 + params.newShare1 * g;
    m1 = params.beta2 * m1 + params.newShare2 * g * g;
    theta -= params.learningRate * m0 / (sqrt(m1) / params.rootCorrection + params.epsilon);`,
  },
};

export function momentCount(kind: OptimizerSpec['kind']): number {
  return RULES[kind].moments;
}

/** The numbers of one step that the shader is given; Adam's bias corrections are taken here, in 64 bits. */
export function updateConstants(
  spec: OptimizerSpec,
  learningRate: number,
  step: number,
): Readonly<Record<string, number>> {
  switch (spec.kind) {
    case 'sgd':
      return { learningRate };
    case 'momentum':
      return { learningRate, momentum: spec.momentum };
    case 'rmsprop':
      return { learningRate, decay: spec.decay, newShare: 1 - spec.decay, epsilon: spec.epsilon };
    case 'adam': {
      const { beta1, beta2, epsilon } = spec;
      return {
        learningRate: learningRate / (1 - beta1 ** step),
        beta1,
        newShare1: 1 - beta1,
        beta2,
        newShare2: 1 - beta2,
        epsilon,
        rootCorrection: Math.sqrt(1 - beta2 ** step),
      };
    }
  }
}

/** `clipByNorm`'s guard against a norm of 0. */
const EPSILON = 1e-6;

/**
 * One optimiser step in place: ‖g‖ from its parts, g shortened to `clip` (−1: never), the rule, and the step's loss, norm
 * and accuracy written into row `slot` of the curve (rows, 3).
 */
export function updateProgram(kind: OptimizerSpec['kind']): Program {
  const { moments, constants, update } = RULES[kind];
  const each = (make: (index: number) => string) => repeat(moments, make, ' ');
  return {
    key: `optimizer ${kind}`,
    buffers: [
      writes('parameters'),
      ...Array.from({ length: moments }, (_, i) => writes(`moment${i}`)),
      reads('gradients'),
      reads('parts'),
      reads('loss'),
      reads('accuracy'),
      writes('curve'),
    ],
    params: [
      ...counts('count', 'partCount', 'slot', 'groups'),
      ...['clip', 'nan', 'learningRate', ...constants].map((name) => [name, 'f32'] as const),
    ],
    body: () => `
${IS_STRANGE}
var<workgroup> shares: array<f32, ${SIZE}>;
@compute @workgroup_size(${SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  shares[index] = select(0.0, parts[min(index, params.partCount - 1u)], index < params.partCount);${HALVE}
  let total = shares[0];
  let norm = select(sqrt(total), params.nan, isStrange(total));
  let scale = select(1.0, min(1.0, params.clip / (norm + ${EPSILON})), params.clip >= 0.0);
  if (group.x == 0u && index == 0u) {
    curve[3u * params.slot] = loss[0];
    curve[3u * params.slot + 1u] = norm;
    curve[3u * params.slot + 2u] = accuracy[0];
  }
  for (var i = group.x * ${SIZE}u + index; i < params.count; i += params.groups * ${SIZE}u) {
    let g = scale * gradients[i];
    var theta = parameters[i];
    ${each((m) => `var m${m} = moment${m}[i];`)}
    ${update}
    parameters[i] = theta;
    ${each((m) => `moment${m}[i] = m${m};`)}
  }
}`,
  };
}

import { type Activation, LEAKY_SLOPE } from '../../models/dense/activations.ts';

/**
 * The activations of `models/dense/activations.ts` in WGSL, over the type `Rows` (f32 or a vector of it). Value and
 * derivative side by side. The built-in tanh is not used: on some drivers it overflows to NaN; exp is only asked for
 * arguments ≤ 0, where it cannot overflow.
 */
export interface ShaderActivation {
  /** y = g(z): an expression of z. */
  readonly value: string;
  /** g′(z): an expression of z and y, or of y alone if `keeps` is `value`. */
  readonly slope: string;
  /** What the backward pass must be given: y is enough, or z. */
  readonly keeps: 'value' | 'pre';
}

const byValue = (value: string, slope: string): ShaderActivation => ({ value, slope, keeps: 'value' });
const byPre = (value: string, slope: string): ShaderActivation => ({ value, slope, keeps: 'pre' });
const within = (slope: string, low: string) =>
  `select(Rows(0.0), Rows(${slope}), (y > Rows(${low})) & (y < Rows(1.0)))`;

export const SHADER_ACTIVATIONS: Readonly<Record<Activation, ShaderActivation>> = {
  sigmoid: byValue('logistic(z)', 'y * (1.0 - y)'),
  'hard-sigmoid': byValue('clamp(0.2 * z + 0.5, Rows(0.0), Rows(1.0))', within('0.2', '0.0')),
  'hard-sigmoid-torch': byValue('clamp(z / 6.0 + 0.5, Rows(0.0), Rows(1.0))', within('1.0 / 6.0', '0.0')),
  tanh: byValue('hyperbolic(z)', '1.0 - y * y'),
  'hard-tanh': byValue('clamp(z, Rows(-1.0), Rows(1.0))', within('1.0', '-1.0')),
  relu: byValue('max(z, Rows(0.0))', 'select(Rows(0.0), Rows(1.0), y > Rows(0.0))'),
  'leaky-relu': byValue(
    `select(${LEAKY_SLOPE} * z, z, z > Rows(0.0))`,
    `select(Rows(${LEAKY_SLOPE}), Rows(1.0), y > Rows(0.0))`,
  ),
  elu: byValue(
    'select(expMinusOne(min(z, Rows(0.0))), z, z > Rows(0.0))',
    'select(y + 1.0, Rows(1.0), y > Rows(0.0))',
  ),
  softplus: byPre('max(z, Rows(0.0)) + logOnePlus(exp(-abs(z)))', 'logistic(z)'),
  softsign: byPre('z / (1.0 + abs(z))', '1.0 / ((1.0 + abs(z)) * (1.0 + abs(z)))'),
  gelu: byPre('z * normalCdf(z)', 'normalCdf(z) + z * normalPdf(z)'),
  silu: byPre('z * logistic(z)', 'y + logistic(z) * (1.0 - y)'),
  linear: byValue('z', 'Rows(1.0)'),
};

/**
 * What the expressions above call.
 *
 * logistic: e^(−|z|) ≤ 1, then the side that z is on. hyperbolic: (1 − e^(−2|z|)) / (1 + e^(−2|z|)) loses digits near 0;
 * there Lambert's continued fraction, cut off after z²/9, is exact to 1e-9. expMinusOne: 2h / (1 − h), h = tanh(z/2) ≤ 0.
 * logOnePlus: 2·artanh(x / (2 + x)) as a series, x in [0, 1]; the built-in log is only good to 2⁻²¹ near 1. normalCdf:
 * Abramowitz & Stegun 26.2.17, |error| < 7.5e-8, on the tail's side.
 */
const HELPERS = `
fn logistic(z: Rows) -> Rows {
  let e = exp(-abs(z));
  return select(e, Rows(1.0), z >= Rows(0.0)) / (1.0 + e);
}
fn hyperbolic(z: Rows) -> Rows {
  let e = exp(-2.0 * abs(z));
  let far = (1.0 - e) / (1.0 + e);
  let s = min(z * z, Rows(1.0));
  let near = z * (945.0 + s * (105.0 + s)) / (945.0 + s * (420.0 + 15.0 * s));
  return select(select(far, -far, z < Rows(0.0)), near, abs(z) < Rows(0.6));
}
fn expMinusOne(z: Rows) -> Rows {
  let h = hyperbolic(0.5 * z);
  return 2.0 * h / (1.0 - h);
}
fn logOnePlus(x: Rows) -> Rows {
  let r = x / (2.0 + x);
  let s = r * r;
  return 2.0 * r * (1.0 + s * (1.0 / 3.0 + s * (1.0 / 5.0 + s * (1.0 / 7.0 + s * (1.0 / 9.0 + s * (1.0 / 11.0 + s / 13.0))))));
}
fn normalPdf(z: Rows) -> Rows {
  return 0.3989422804 * exp(-0.5 * min(z * z, Rows(200.0)));
}
fn normalCdf(z: Rows) -> Rows {
  let t = 1.0 / (1.0 + 0.2316419 * abs(z));
  let tail = normalPdf(z) * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return select(tail, 1.0 - tail, z > Rows(0.0));
}`;

/** WGSL functions `value_…(z)` and `slope_…(kept)` of these activations; `kept` is what `keeps` says. */
export function activationCode(activations: readonly Activation[]): string {
  const each = [...new Set(activations)].map((activation) => {
    const { value, slope, keeps } = SHADER_ACTIVATIONS[activation];
    const name = shaderName(activation);
    const opening = keeps === 'pre' ? `let z = kept; let y = value_${name}(z);` : 'let y = kept;';
    const recalled = keeps === 'pre' ? `value_${name}(kept)` : 'kept';
    return `
fn value_${name}(z: Rows) -> Rows { return ${value}; }
fn recalled_${name}(kept: Rows) -> Rows { return ${recalled}; }
fn slope_${name}(kept: Rows) -> Rows { ${opening} return ${slope}; }`;
  });
  return HELPERS + each.join('');
}

/** The activation's name in WGSL. */
export function shaderName(activation: Activation): string {
  return activation.replaceAll('-', '_');
}

/** The expression that the backward pass will want: y or z. */
export function keptExpression(activation: Activation, z: string, y: string): string {
  return SHADER_ACTIVATIONS[activation].keeps === 'pre' ? z : y;
}

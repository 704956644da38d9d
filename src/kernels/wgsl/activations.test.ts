import { tensor1d } from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import { ACTIVATIONS, type Activation } from '../../models/dense/activations.ts';
import { activationCode, SHADER_ACTIVATIONS, shaderName } from './activations.ts';
import { openDawnBackend } from './dawn.testkit.ts';
import { dispatch, emptyTensor } from './dispatch.ts';
import { counts, type Program, reads, repeat, writes } from './program.ts';

const { open, reason } = await openDawnBackend();
const NAMES = Object.keys(ACTIVATIONS) as Activation[];

/** Fine near 0 and over the bends, then to where everything is saturated. */
const GRID = Float32Array.from([
  ...Array.from({ length: 2001 }, (_, i) => (i - 1000) / 100),
  ...[1e-30, 1e-8, 1e-4, 0.5999, 0.6001, 20, 88, 100, 1000].flatMap((z) => [z, -z]),
]);

/** Every activation's value and slope of every number of the grid, in one dispatch: (activation, 2, z). */
const program: Program = {
  key: 'all activations',
  buffers: [reads('grid'), writes('result')],
  params: counts('count'),
  body: () => `alias Rows = f32;
${activationCode(NAMES)}
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i >= params.count) { return; }
  let z = grid[i];
${repeat(NAMES.length, (n) => {
  const name = shaderName(NAMES[n] ?? 'tanh');
  const kept = SHADER_ACTIVATIONS[NAMES[n] ?? 'tanh'].keeps === 'pre' ? 'z' : `value_${name}(z)`;
  return `  result[${2 * n}u * params.count + i] = recalled_${name}(${kept});
  result[${2 * n + 1}u * params.count + i] = slope_${name}(${kept});`;
})}
}`,
};

async function runAll(): Promise<Float32Array> {
  if (!open) return new Float32Array(0);
  const { backend } = open;
  const grid = tensor1d(GRID);
  const result = emptyTensor(backend, [2 * NAMES.length * GRID.length]);
  const groups = [Math.ceil(GRID.length / 64)] as const;
  dispatch(backend, program, { tensors: [grid, result], params: { count: GRID.length }, groups });
  return (await backend.read(result.dataId)) as Float32Array;
}

describe.skipIf(!open)(`in WGSL${reason}`, () => {
  afterAll(() => open?.dispose());
  const all = runAll();

  it.each(NAMES)('%s and its derivative', async (name) => {
    const at = 2 * NAMES.indexOf(name) * GRID.length;
    const found = (await all).subarray(at, at + 2 * GRID.length);
    const { value, derivative } = ACTIVATIONS[name];
    GRID.forEach((z, i) => {
      const y = value(z);
      const slope = derivative(z, y);
      expect(Math.abs(found[i]! - y), `g(${z})`).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(y)));
      // At a kink of a clipped line, rounding may fall on either side.
      const isKink =
        name.startsWith('hard') && Math.min(Math.abs(y), Math.abs(y - 1), Math.abs(y + 1)) < 1e-6;
      if (!isKink) expect(Math.abs(found[GRID.length + i]! - slope), `g′(${z})`).toBeLessThanOrEqual(2e-6);
    });
  });

  it('tanh keeps its digits near 0, where (1 − e) / (1 + e) loses them', async () => {
    const at = 2 * NAMES.indexOf('tanh') * GRID.length;
    const found = await all;
    GRID.forEach((z, i) => {
      if (Math.abs(z) < 1e-12 || Math.abs(z) > 1) return;
      expect(Math.abs(found[at + i]! / Math.tanh(z) - 1), `tanh(${z})`).toBeLessThan(1e-6);
    });
  });
});

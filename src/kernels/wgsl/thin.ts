import { type Dropout, dropoutKey, dropoutLimit, pcg } from '../../models/cells/dropout.ts';
import { counts, type Program, reads, writes } from './program.ts';

const SIZE = 256;

/** Dropout, with the masks of models/cells/dropout.ts. */
export const thinProgram: Program = {
  key: 'thin',
  buffers: [reads('x'), writes('result')],
  params: [...counts('count', 'key', 'limit'), ['kept', 'f32']],
  body: () => `
fn pcg(value: u32) -> u32 {
  let state = value * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}
@compute @workgroup_size(${SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) grid: vec3u, @builtin(local_invocation_index) index: u32) {
  let at = (group.y * grid.x + group.x) * ${SIZE}u + index;
  if (at >= params.count) { return; }
  result[at] = select(params.kept * x[at], 0.0, pcg(at + params.key) < params.limit);
}`,
};

/** The program's parameters for `count` values that a layer hands on. */
export function thinParams(dropout: Dropout, layer: number, count: number) {
  const key = pcg(layer + dropoutKey(dropout));
  return { count, key, limit: dropoutLimit(dropout), kept: 1 / (1 - dropout.rate) };
}

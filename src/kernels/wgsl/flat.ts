import { counts, type Program, reads, repeat, writes } from './program.ts';

/** Slots that one dispatch copies: with the flat array, what every device allows in one shader. */
export const SLOTS_AT_ONCE = 7;
const SIZE = 256;

const HEAD = `
@compute @workgroup_size(${SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) grid: vec3u, @builtin(local_invocation_index) index: u32) {
  let at = params.begin0 + (group.y * grid.x + group.x) * ${SIZE}u + index;`;

const places = (count: number) => counts(...Array.from({ length: count }, (_, i) => `begin${i}`), 'end');

/** The first slot that ends behind `at`, and what to do with it. */
function choose(count: number, act: (slot: number) => string): string {
  const ends = (slot: number) => (slot === count - 1 ? 'params.end' : `params.begin${slot + 1}`);
  return repeat(count, (slot) => `if (at < ${ends(slot)}) { ${act(slot)} return; }`);
}

/** Copies neighbouring stretches of the flat parameters to tensors of their own. */
export function unpackProgram(count: number): Program {
  return {
    key: `unpack ${count}`,
    buffers: [reads('flat'), ...Array.from({ length: count }, (_, i) => writes(`slot${i}`))],
    params: places(count),
    body: () => `${HEAD}\n${choose(count, (slot) => `slot${slot}[at - params.begin${slot}] = flat[at];`)}\n}`,
  };
}

/** The way back: neighbouring slots' gradients into one flat array. */
export function packProgram(count: number): Program {
  return {
    key: `pack ${count}`,
    buffers: [...Array.from({ length: count }, (_, i) => reads(`slot${i}`)), writes('flat')],
    params: places(count),
    body: () => `${HEAD}\n${choose(count, (slot) => `flat[at] = slot${slot}[at - params.begin${slot}];`)}\n}`,
  };
}

/** One invocation a number, in a grid within any limit. */
export function elementGroups(numbers: number): readonly [number, number] {
  const all = Math.ceil(numbers / SIZE);
  const across = Math.min(all, 1 << 15);
  return [across, Math.ceil(all / across)];
}

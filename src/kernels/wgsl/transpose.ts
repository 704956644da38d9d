import { counts, type Program, reads, writes } from './program.ts';

export const TRANSPOSE_TILE = 16;

/** result (columns, rows) = sourceᵀ, a tile at a time through workgroup memory, so that both sides run along memory. */
export const transposeProgram: Program = {
  key: 'transpose',
  buffers: [reads('source'), writes('result')],
  params: counts('rows', 'columns'),
  body: () => `
const TILE = ${TRANSPOSE_TILE}u;
var<workgroup> tile: array<f32, ${TRANSPOSE_TILE * (TRANSPOSE_TILE + 1)}>;
@compute @workgroup_size(${TRANSPOSE_TILE}, ${TRANSPOSE_TILE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let row = group.y * TILE + local.y;
  let column = group.x * TILE + local.x;
  if (row < params.rows && column < params.columns) {
    tile[local.y * (TILE + 1u) + local.x] = source[row * params.columns + column];
  }
  workgroupBarrier();
  let into = vec2u(group.y * TILE + local.x, group.x * TILE + local.y);
  if (into.x < params.rows && into.y < params.columns) {
    result[into.y * params.rows + into.x] = tile[local.x * (TILE + 1u) + local.y];
  }
}`,
};

import { type BufferSlot, counts, type Program, reads, repeat, writes } from './program.ts';

/**
 * Where a matrix product's operands lie: WGSL expressions of `row` (0 … M − 1), `term` (0 … K − 1) and `column`
 * (0 … N − 1), so that transposed, shifted and composed operands need no copy.
 */
export interface ProductShape {
  /** Decides the expressions. */
  readonly key: string;
  readonly buffers: readonly BufferSlot[];
  /** A(row, term), and whether memory runs along `term` or along `row`. */
  readonly left: string;
  readonly leftAlong: 'term' | 'row';
  /** B(term, column), and whether memory runs along `column` or along `term`. */
  readonly right: string;
  readonly rightAlong: 'column' | 'term';
  /** What is added to C(row, column), if anything. */
  readonly bias?: string;
  /** Further parameters of the expressions. */
  readonly params?: readonly string[];
}

/** Terms that are brought into workgroup memory at a time; few, since a software adapter compiles long for large ones. */
const DEPTH = 8;
/** Each invocation computes 4 × 4 results: 8 reads of workgroup memory for 16 multiply-adds. */
const SIDE = 4;

/** Workgroups that a large device needs to be busy: below, smaller tiles. */
const BUSY = 32;

/** Side of the tile of C that a workgroup computes: 64, or 32 where that gives too few workgroups. */
export function productTile(rows: number, columns: number): 32 | 64 {
  return Math.ceil(rows / 64) * Math.ceil(columns / 64) >= BUSY ? 64 : 32;
}

/**
 * C = A·B (+ bias), tiled through workgroup memory. Every sum is taken in one order, so results are the same bit for bit
 * from run to run (TF.js splits long sums with atomic additions, in any order). C may be some columns of a wider matrix:
 * `stride` is its width, `offset` the first of them. The grid is ⌈N / tile⌉ × ⌈M / tile⌉ workgroups.
 */
export function productProgram(shape: ProductShape, tile: 32 | 64): Program {
  return {
    key: `product ${shape.key} ${tile}`,
    buffers: [...shape.buffers, writes('result')],
    params: counts('rows', 'terms', 'columns', 'stride', 'offset', ...(shape.params ?? [])),
    body: () => body(shape, tile),
  };
}

function body(shape: ProductShape, tile: number): string {
  const across = tile / SIDE;
  const threads = across * across;
  const loads = (DEPTH * tile) / threads;
  const bias = shape.bias ? ` + (${shape.bias})` : '';
  return `
var<workgroup> leftTile: array<f32, ${DEPTH * tile}>;
var<workgroup> rightTile: array<f32, ${DEPTH * tile}>;
fn leftAt(row: u32, term: u32) -> f32 {
  if (row >= params.rows || term >= params.terms) { return 0.0; }
  return ${shape.left};
}
fn rightAt(term: u32, column: u32) -> f32 {
  if (term >= params.terms || column >= params.columns) { return 0.0; }
  return ${shape.right};
}
fn store(row: u32, column: u32, value: f32) {
  if (row < params.rows && column < params.columns) {
    result[row * params.stride + params.offset + column] = value${bias};
  }
}
@compute @workgroup_size(${threads})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let row0 = group.y * ${tile}u;
  let column0 = group.x * ${tile}u;
  let mine = vec2u(index % ${across}u, index / ${across}u) * ${SIDE}u;
${repeat(SIDE, (i) => `  var sum${i} = vec4f(0.0);`)}
  for (var term0 = 0u; term0 < params.terms; term0 += ${DEPTH}u) {
    for (var i = 0u; i < ${loads}u; i++) {
      let at = i * ${threads}u + index;
      ${fill('left', shape.leftAlong === 'term', tile)}
      ${fill('right', shape.rightAlong === 'term', tile)}
    }
    workgroupBarrier();
    for (var k = 0u; k < ${DEPTH}u; k++) {
      let l = k * ${tile}u + mine.y;
      let r = k * ${tile}u + mine.x;
      let b = vec4f(rightTile[r], rightTile[r + 1u], rightTile[r + 2u], rightTile[r + 3u]);
${repeat(SIDE, (i) => `      sum${i} += leftTile[l + ${i}u] * b;`)}
    }
    workgroupBarrier();
  }
${repeat(SIDE, (i) => repeat(SIDE, (j) => `  store(row0 + mine.y + ${i}u, column0 + mine.x + ${j}u, sum${i}[${j}]);`))}
}`;
}

/** One element of a tile, so that invocations side by side read memory side by side. */
function fill(side: 'left' | 'right', alongTerm: boolean, tile: number): string {
  const [k, i] = alongTerm
    ? [`(at % ${DEPTH}u)`, `(at / ${DEPTH}u)`]
    : [`(at / ${tile}u)`, `(at % ${tile}u)`];
  const place = `${side}Tile[${k} * ${tile}u + ${i}]`;
  return side === 'left'
    ? `${place} = leftAt(row0 + ${i}, term0 + ${k});`
    : `${place} = rightAt(term0 + ${k}, column0 + ${i});`;
}

/** C = A·B of plain matrices, either transposed; `bias` (N) is added to every row. */
export function matrixProduct(transposeLeft: boolean, transposeRight: boolean, bias: boolean): ProductShape {
  return {
    key: `${transposeLeft ? 'T' : 'N'}${transposeRight ? 'T' : 'N'}${bias ? ' + b' : ''}`,
    buffers: [reads('left'), reads('right'), ...(bias ? [reads('bias')] : [])],
    left: transposeLeft ? 'left[term * params.rows + row]' : 'left[row * params.terms + term]',
    leftAlong: transposeLeft ? 'row' : 'term',
    right: transposeRight ? 'right[column * params.terms + term]' : 'right[term * params.columns + column]',
    rightAlong: transposeRight ? 'term' : 'column',
    ...(bias ? { bias: 'bias[column]' } : {}),
  };
}

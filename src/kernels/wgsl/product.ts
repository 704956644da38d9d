import { counts, type Program, reads, repeat, writes } from './program.ts';

/** A matrix inside a buffer: where it begins, and how far apart neighbours in a row and in a column are. */
export interface MatrixView {
  readonly offset: number;
  /** From one row to the next. */
  readonly row: number;
  /** From one column to the next. */
  readonly column: number;
}

/** C = A·B, A (M, K), B (K, N), C (M, N): transposed operands and parts of wider matrices are views, never copies. */
export interface ProductSize {
  readonly rows: number;
  readonly terms: number;
  readonly columns: number;
}

/** Terms that are brought into workgroup memory at a time: few, since a software adapter compiles long for large tiles. */
const DEPTH = 8;
/** Each invocation computes 4 × 4 results: 8 reads of workgroup memory for 16 multiply-adds. */
const SIDE = 4;

/** Workgroups that a large device needs to be busy: below, smaller tiles. */
const BUSY = 32;

/** Side of the tile of C that a workgroup computes: 64, or 32 where that gives too few workgroups. */
export function productTile({ rows, columns }: ProductSize): 32 | 64 {
  return Math.ceil(rows / 64) * Math.ceil(columns / 64) >= BUSY ? 64 : 32;
}

/** Row-major (rows, width). */
export function plainView(width: number, offset = 0): MatrixView {
  return { offset, row: width, column: 1 };
}

export function transposedView({ offset, row, column }: MatrixView): MatrixView {
  return { offset, row: column, column: row };
}

/**
 * C = A·B (+ bias), tiled through workgroup memory. Every sum is taken in one order, so results are the same bit for bit
 * from run to run (TF.js splits long sums with atomic additions, in any order). One shader serves every layout.
 */
export function productProgram(tile: 32 | 64, hasBias: boolean): Program {
  return {
    key: `product ${tile}${hasBias ? ' + bias' : ''}`,
    buffers: [reads('left'), reads('right'), ...(hasBias ? [reads('bias')] : []), writes('result')],
    params: counts(
      ...['rows', 'terms', 'columns'],
      ...['left', 'right', 'result'].flatMap((name) => [`${name}Offset`, `${name}Row`, `${name}Column`]),
    ),
    body: () => body(tile, hasBias),
  };
}

/** The program's parameters, and its grid of ⌈N / tile⌉ × ⌈M / tile⌉ workgroups. */
export function productRun(
  size: ProductSize,
  views: { readonly left: MatrixView; readonly right: MatrixView; readonly result: MatrixView },
) {
  const tile = productTile(size);
  const params: Record<string, number> = { ...size };
  for (const [name, { offset, row, column }] of Object.entries(views)) {
    params[`${name}Offset`] = offset;
    params[`${name}Row`] = row;
    params[`${name}Column`] = column;
  }
  const groups = [Math.ceil(size.columns / tile), Math.ceil(size.rows / tile)] as const;
  return { tile, params, groups };
}

function body(tile: number, hasBias: boolean): string {
  const across = tile / SIDE;
  const threads = across * across;
  const loads = (DEPTH * tile) / threads;
  return `
var<workgroup> leftTile: array<f32, ${DEPTH * tile}>;
var<workgroup> rightTile: array<f32, ${DEPTH * tile}>;
fn leftAt(row: u32, term: u32) -> f32 {
  if (row >= params.rows || term >= params.terms) { return 0.0; }
  return left[params.leftOffset + row * params.leftRow + term * params.leftColumn];
}
fn rightAt(term: u32, column: u32) -> f32 {
  if (term >= params.terms || column >= params.columns) { return 0.0; }
  return right[params.rightOffset + term * params.rightRow + column * params.rightColumn];
}
fn store(row: u32, column: u32, value: f32) {
  if (row < params.rows && column < params.columns) {
    result[params.resultOffset + row * params.resultRow + column * params.resultColumn] = value${hasBias ? ' + bias[column]' : ''};
  }
}
// (term, other side) of one element of a tile, so that invocations side by side read memory side by side.
fn place(at: u32, alongTerm: bool) -> vec2u {
  return select(vec2u(at / ${tile}u, at % ${tile}u), vec2u(at % ${DEPTH}u, at / ${DEPTH}u), alongTerm);
}
@compute @workgroup_size(${threads})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let row0 = group.y * ${tile}u;
  let column0 = group.x * ${tile}u;
  let mine = vec2u(index % ${across}u, index / ${across}u) * ${SIDE}u;
${repeat(SIDE, (i) => `  var sum${i} = vec4f(0.0);`)}
  for (var term0 = 0u; term0 < params.terms; term0 += ${DEPTH}u) {
    for (var i = 0u; i < ${loads}u; i++) {
      let l = place(i * ${threads}u + index, params.leftColumn == 1u);
      let r = place(i * ${threads}u + index, params.rightRow == 1u);
      leftTile[l.x * ${tile}u + l.y] = leftAt(row0 + l.y, term0 + l.x);
      rightTile[r.x * ${tile}u + r.y] = rightAt(term0 + r.x, column0 + r.y);
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

import { splinePieces, splineResponse } from './b-spline.ts';
import { fftPlanNumbers, writeFftPlan } from './fft-plan.ts';

/** Fields of 32 bits, in the order in which the class in assembly/tsne-grid.ts declares them (a test compares the two). */
export const GRID_FIELDS = [
  'size',
  'plan',
  'charges',
  'spectrum',
  'other',
  'forceX',
  'forceY',
  'kernels',
  'x',
  'spare',
  'a',
  'b',
  'sharpen',
  'order',
  'spline',
  'weights',
] as const;

type GridRecord = Readonly<Record<(typeof GRID_FIELDS)[number], number>>;

/** Nodes of an axis that a point is spread over; the assembly has room for eight. */
const ORDER = 8;
const LINE = 64;

/** The largest size of a grid for so many points: maps of 50,000 are some 300 across. */
export const largestGrid = (n: number) => (n > 5000 ? 2048 : 1024);

/** Bytes for the grid of that size. */
export function gridBytes(size: number): number {
  return layOut(size, 0).end;
}

function layOut(size: number, start: number): { record: GridRecord; end: number } {
  const half = size / 2;
  const lines = half + 4;
  const plane = half * (2 * size + LINE);
  const line = 4 * size + LINE;
  let end = start + GRID_FIELDS.length * 4;
  const take = (bytes: number) => {
    const at = Math.ceil(end / LINE) * LINE;
    end = at + bytes;
    return at;
  };
  const spectrum = take(2 * lines * line);
  const record = {
    size,
    order: ORDER,
    plan: take(4 * fftPlanNumbers(size)),
    charges: take(plane),
    spectrum,
    other: spectrum + lines * line,
    forceX: take(plane),
    forceY: take(plane),
    kernels: take((lines / 4) * (half + 1) * 48),
    x: take(32 * size),
    spare: take(32 * size),
    a: take(32 * size),
    b: take(32 * size),
    sharpen: take(4 * lines),
    spline: take(4 * ORDER * ORDER),
    weights: take(4 * ORDER),
  };
  return { record, end };
}

/** Writes all that a grid of that size has of its own beside its kernels. */
export function writeGrid(memory: WebAssembly.Memory, at: number, size: number): void {
  const { record } = layOut(size, at);
  new Int32Array(memory.buffer, at, GRID_FIELDS.length).set(GRID_FIELDS.map((field) => record[field]));
  writeFftPlan(memory, record.plan, size);
  const factors = sharpening(size);
  new Float32Array(memory.buffer, record.sharpen, factors.length).set(factors);
  new Float32Array(memory.buffer, record.spline, ORDER * ORDER).set(splineTable());
}

/** What the splines' transform is divided by, squared: once for the charges, once for the forces. */
function sharpening(size: number): Float32Array {
  return Float32Array.from(
    { length: size / 2 + 4 },
    (_, k) => splineResponse(ORDER, (2 * Math.PI * k) / size) ** -2,
  );
}

/** Coefficients of t⁰, t¹ … each for all nodes, the first node first. */
function splineTable(): Float32Array {
  const pieces = splinePieces(ORDER).reverse();
  const table = new Float32Array(ORDER * ORDER);
  pieces.forEach((piece, node) => {
    piece.forEach((coefficient, power) => {
      table[power * ORDER + node] = coefficient;
    });
  });
  return table;
}

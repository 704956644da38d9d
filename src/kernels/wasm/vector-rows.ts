import { BLOCK, createPlainKernel, norm, type RowKernel, SLOTS } from '../../models/vectors/row-kernel.ts';
import type { RowMemory } from '../../models/vectors/row-store.ts';
import { createArena } from './arena.ts';
import type { VectorExports } from './vectors.ts';

const PAGE = 65_536;
/** What loads of whole vectors may read behind the last row. */
const SLACK = 64;
/** Rows of more numbers are left to plain TypeScript. */
const MOST_DIMENSIONS = 65_536;
/** The largest code of a query in 16 bits, and what all of them may sum up to: 2^31 / 128, with room for their rounding. */
const MOST_CODE = 32_767;
const MOST_SUM = 2 ** 24 - MOST_DIMENSIONS;
/** Half of the distance between 1 and the next 32-bit float. */
const ROUNDING = 2 ** -24;

/** A query as it stands in memory. */
interface Loaded {
  /** How far a dot product may be off, for each ‖v‖. */
  readonly error: number;
  /** What sums of codes are multiplied by; of no use for floats. */
  readonly times: number;
}

/**
 * Dot products in SIMD. Rows of 8 bits meet a query of 16: whole numbers, summed exactly, so that only the query's rounding, whose size
 * is known, stands between them and the truth.
 */
export function createRowKernel(module: WebAssembly.Module): RowKernel {
  const places = createArena();
  const queries = Array.from({ length: SLOTS }, () => places.take(MOST_DIMENSIONS));
  const [scales, products] = [places.take(BLOCK + 4), places.take(BLOCK + 4)];
  const start = Math.ceil(places.size() / PAGE) * PAGE;
  const memory = new WebAssembly.Memory({ initial: start / PAGE + 1 });
  const run = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as VectorExports;
  const plain = createPlainKernel();
  const times = new Float64Array(SLOTS);
  let d = 0;
  return {
    tier: 'wasm',
    memory: growingMemory(memory, start),
    load(slot, query, precision) {
      d = query.length;
      if (d > MOST_DIMENSIONS) return plain.load(slot, query, precision);
      const load = precision === 'int8' ? loadCodes : loadFloats;
      const loaded = load(memory, queries[slot] ?? 0, query);
      times[slot] = loaded.times;
      return loaded.error;
    },
    dots(slot, rows, from, count, out) {
      if (d > MOST_DIMENSIONS) return plain.dots(slot, rows, from, count, out);
      const numbers = rows.precision === 'int8' ? rows.codes : rows.values;
      if (numbers.buffer !== memory.buffer) throw new RangeError('the rows are not in the kernel’s memory');
      const at = numbers.byteOffset + from * d * numbers.BYTES_PER_ELEMENT;
      const query = queries[slot] ?? 0;
      if (rows.precision === 'int8') {
        new Float32Array(memory.buffer, scales).set(rows.scales.subarray(from, from + count));
        run.dotBytes(at, count, d, query, Math.ceil(d / 16), scales, times[slot] ?? 0, products);
      } else run.dotFloats(at, count, d, query, Math.ceil(d / 4), products);
      out.set(new Float32Array(memory.buffer, products, count));
    },
  };
}

/** |Σ qv − Σ round(q)v| ≤ ‖q − round(q)‖ · ‖v‖ (Cauchy and Schwarz); then one conversion and two products in 32 bits. */
function loadCodes(memory: WebAssembly.Memory, at: number, query: Float64Array): Loaded {
  const codes = new Int16Array(memory.buffer, at, Math.ceil(query.length / 16) * 16).fill(0);
  const most = query.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
  const sum = query.reduce((total, x) => total + Math.abs(x), 0);
  const times = Math.fround(Math.max(most / MOST_CODE, sum / MOST_SUM));
  const rest = query.map((x, k) => {
    const code = times > 0 ? Math.max(-MOST_CODE, Math.min(MOST_CODE, Math.round(x / times))) : 0;
    codes[k] = code;
    return x - code * times;
  });
  return { error: norm(rest) + 5 * ROUNDING * (norm(query) + norm(rest)), times };
}

/** A sum of n products in 32 bits is off by at most (n + 1)u Σ |qv| ≤ (n + 1)u ‖q‖‖v‖; lanes make it d / 4 and two more. */
function loadFloats(memory: WebAssembly.Memory, at: number, query: Float64Array): Loaded {
  const blocks = Math.ceil(query.length / 4);
  const floats = new Float32Array(memory.buffer, at, blocks * 4).fill(0);
  floats.set(query);
  // One more for the query's own rounding, and one for the terms of second order.
  return { error: (blocks + 6) * ROUNDING * norm(query), times: 1 };
}

/** Memory of a module as rows grow in it. Pages are all it grows by; engines that keep the addresses free do not move it. */
function growingMemory(memory: WebAssembly.Memory, start: number): RowMemory {
  const grow = (bytes: number) => {
    const more = Math.ceil((bytes + SLACK - memory.buffer.byteLength) / PAGE);
    if (more > 0) memory.grow(more);
    return memory.buffer;
  };
  return { start, grow };
}

import type { NearestNeighbours } from '../../models/projection/tsne-types.ts';
import { BLOCK, copyRow, createSearch, meanOf, PANEL, type Search, toMultiple } from './neighbour-search.ts';

/** Points of a cell, on average. */
const CELL = 160;
/** Cells that are looked through for a point, as a share of all, and at least. */
const PROBED = 3 / 16;
const LEAST_PROBED = 8;
/** Lloyd's rounds, over so many points a cell. */
const ROUNDS = 6;
const SAMPLE = 64;
const SPARE = 4;

/**
 * The k nearest of every point among those in the cells near it: k-means cells (Lloyd 1982) as an inverted file (Sivic & Zisserman
 * 2003; Jégou et al. 2011). Some are missed: docs/decisions/tsne.md has how many. Nothing is random: cells begin at points evenly
 * spaced in the order that they come in. Yields how many points are done.
 */
export function* nearCells(
  module: WebAssembly.Module,
  vectors: Float32Array,
  dimensions: number,
  count: number,
): Generator<number, NearestNeighbours> {
  const n = vectors.length / dimensions;
  const means = meanOf(vectors, dimensions);
  const cells = Math.max(1, Math.round(n / CELL));
  const probes = probesOf(cells, n, count);
  const finder = createSearch(module, { n: cells, dimensions, kept: probes, heaps: BLOCK, wanted: probes });
  yield* settleCells(finder, vectors, means);
  const probed = new Int32Array(n * probes);
  const homes = new Int32Array(n);
  for (let first = 0; first < n; first += BLOCK) {
    const some = Math.min(BLOCK, n - first);
    findCells(finder, vectors, means, first, 1, some);
    yield 0;
    probed.set(finder.found.subarray(0, some * probes), first * probes);
    for (let i = 0; i < some; i++) homes[first + i] = homeOf(finder, i);
  }
  return yield* searchCells(module, vectors, means, count, orderByCell(homes, cells), probed);
}

/** So many that there are enough points in them, too. */
function probesOf(cells: number, n: number, count: number): number {
  const enough = Math.ceil((4 * count * cells) / n);
  return Math.min(cells, Math.max(LEAST_PROBED, enough, Math.ceil(PROBED * cells)));
}

/** Leaves in the finder's heaps which cells are nearest to points first, first + step … */
function findCells(
  finder: Search,
  vectors: Float32Array,
  means: Float64Array,
  first: number,
  step: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    copyRow(vectors, Math.floor(first + i * step), means, finder.block, i, finder.stride);
  }
  finder.clear(count);
  finder.ofStrangers(count);
}

/** The nearest of the cells in heap `heap`. */
function homeOf({ scores, found, shape }: Search, heap: number): number {
  let best = heap * shape.kept;
  for (let at = best; at < (heap + 1) * shape.kept; at++) if (scores[at]! < scores[best]!) best = at;
  return found[best]!;
}

/** Moves the cells' middles to where points are; yields between the rounds. */
function* settleCells(finder: Search, vectors: Float32Array, means: Float64Array): Generator<number, void> {
  const [n, cells] = [vectors.length / means.length, finder.shape.n];
  for (let cell = 0; cell < cells; cell++) {
    copyRow(vectors, Math.floor(((cell + 0.5) * n) / cells), means, finder.rows, cell, finder.stride);
  }
  finder.prepare([]);
  const sample = Math.min(n, SAMPLE * cells);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(cells * finder.stride);
    const sizes = new Int32Array(cells);
    for (let first = 0; first < sample; first += BLOCK) {
      const some = Math.min(BLOCK, sample - first);
      findCells(finder, vectors, means, (first * n) / sample, n / sample, some);
      for (let i = 0; i < some; i++) addTo(sums, sizes, homeOf(finder, i), finder, i);
    }
    sums.forEach((sum, at) => {
      const size = sizes[Math.floor(at / finder.stride)]!;
      if (size > 0) finder.rows[at] = sum / size;
    });
    finder.prepare([]);
    yield 0;
  }
}

function addTo(
  sums: Float64Array,
  sizes: Int32Array,
  cell: number,
  { block, stride }: Search,
  i: number,
): void {
  sizes[cell]!++;
  for (let k = 0; k < stride; k++) sums[cell * stride + k]! += block[i * stride + k]!;
}

/** Points cell by cell, each cell beginning at a whole panel. */
interface Order {
  readonly starts: Int32Array;
  /** Of each place the point, −1 for none; and of each point its place. */
  readonly points: Int32Array;
  readonly places: Int32Array;
}

function orderByCell(homes: Int32Array, cells: number): Order {
  const starts = new Int32Array(cells + 1);
  for (const home of homes) starts[home + 1]!++;
  for (let cell = 0; cell < cells; cell++) {
    starts[cell + 1] = starts[cell]! + toMultiple(starts[cell + 1]!, PANEL);
  }
  const points = new Int32Array(starts[cells]!).fill(-1);
  const next = starts.slice();
  const places = Int32Array.from(homes, (home, point) => {
    const place = next[home]!++;
    points[place] = point;
    return place;
  });
  return { starts, points, places };
}

/** Of each cell the places of the points that look through it. */
function askersOf(probed: Int32Array, { starts, places }: Order): Int32Array[] {
  const probes = probed.length / places.length;
  const sizes = new Int32Array(starts.length - 1);
  for (const cell of probed) sizes[cell]!++;
  const lists = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  probed.forEach((cell, at) => {
    lists[cell]![sizes[cell]!++] = places[Math.floor(at / probes)]!;
  });
  return lists;
}

function* searchCells(
  module: WebAssembly.Module,
  vectors: Float32Array,
  means: Float64Array,
  count: number,
  order: Order,
  probed: Int32Array,
): Generator<number, NearestNeighbours> {
  const { starts, points } = order;
  const n = points.length;
  const kept = count + SPARE;
  const search = createSearch(module, { n, dimensions: means.length, kept, heaps: n, wanted: count });
  const empty: number[] = [];
  points.forEach((point, place) => {
    if (point < 0) empty.push(place);
    else copyRow(vectors, point, means, search.rows, place, search.stride);
  });
  search.prepare(empty);
  search.clear(n);
  const lists = askersOf(probed, order);
  for (const [cell, askers] of lists.entries()) {
    const [from, to] = [starts[cell]!, starts[cell + 1]!];
    for (let at = 0; at < askers.length; at += BLOCK) {
      search.inCell(askers.subarray(at, at + BLOCK), from, to - from);
    }
    yield Math.floor(((cell + 1) * order.places.length) / lists.length);
  }
  return rankAll(search, order, count);
}

function rankAll(search: Search, { points, places }: Order, count: number): NearestNeighbours {
  const indices = new Int32Array(places.length * count);
  const distances = new Float32Array(indices.length);
  points.forEach((point, place) => {
    if (point < 0) return;
    const near = search.rankWhole(place);
    for (let k = 0; k < count; k++) indices[point * count + k] = points[near.indices[k]!]!;
    distances.set(near.distances, point * count);
  });
  return { count, indices, distances, isApproximate: true };
}

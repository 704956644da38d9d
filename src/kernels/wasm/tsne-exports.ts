/** What assembly/tsne.ts exports; addresses and sizes in bytes, counts in numbers. */
export interface TsneExports {
  heapBase(): number;
  transform(plan: number, x: number, spare: number): number;
  toPlanes(points: number, n: number, m: number, planes: number, plane: number): void;
  repel2(planes: number, plane: number, n: number, forces: number): number;
  repel3(planes: number, plane: number, n: number, forces: number): number;
  pairs2(planes: number, plane: number, n: number, P: number, attraction: number, forces: number): number;
  attract2(starts: number, columns: number, values: number, points: number, n: number, out: number): void;
  attract3(starts: number, columns: number, values: number, points: number, n: number, out: number): void;
  logDistances(starts: number, columns: number, values: number, points: number, n: number, m: number): number;
  logPairs2(planes: number, plane: number, n: number, P: number): number;
  descend(
    motion: number,
    exaggeration: number,
    perForce: number,
    rate: number,
    momentum: number,
    longest: number,
  ): void;
  measure(motion: number, axis: number): void;
  prepareKernels(grid: number, spacing: number): void;
  spread(grid: number, points: number, n: number, left: number, low: number, perUnit: number): void;
  convolve(grid: number): number;
  gather(
    grid: number,
    points: number,
    n: number,
    left: number,
    low: number,
    perUnit: number,
    forces: number,
  ): void;
  conditionalRows(distances: number, rows: number, count: number, target: number): void;
  prepareSearch(search: number): void;
  clearHeaps(search: number, count: number): void;
  searchRows(search: number, from: number, count: number, own: number): void;
  searchCell(
    search: number,
    queries: number,
    count: number,
    block: number,
    first: number,
    width: number,
  ): void;
  rankRows(
    search: number,
    heap: number,
    count: number,
    first: number,
    wanted: number,
    indices: number,
    distances: number,
  ): void;
}

/** A way from the root to a leaf that stands out. */
export interface TreePath {
  readonly leaf: number;
  /** One an edge from the root on, such as .776; an edge without one bears none. */
  readonly labels?: readonly string[];
  /** Only the first so many edges are lit: a walk under way. Absent: all. */
  readonly steps?: number;
}

/** How strongly each inner node moved; what moved most flashes brightest. Another map flashes anew. */
export type TreeMoved = ReadonlyMap<number, number>;

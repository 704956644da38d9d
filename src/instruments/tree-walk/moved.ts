import type { Moved } from '../../workers/embeddings/protocol.ts';

/** What the last step did to the inner nodes. */
export interface MovedNodes {
  readonly moved: number;
  readonly still: number;
  readonly of: number;
  /** Those of them that lie on the path that is shown. */
  readonly onPath: readonly number[];
  /** The longest way that any of them went, ‖Δv‖. */
  readonly farthest: number;
}

/** Counts what moved; `path` are the nodes of the way that is shown. */
export function movedNodes({ rows, distances, of }: Moved, path: readonly number[]): MovedNodes {
  const moved = new Set(rows);
  return {
    moved: rows.length,
    still: of - rows.length,
    of,
    onPath: path.filter((node) => moved.has(node)),
    farthest: distances.reduce((most, distance) => Math.max(most, distance), 0),
  };
}

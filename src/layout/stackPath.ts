import { type Arc, longestPath, type Path, shortestPath } from '../models/graph/paths.ts';
import type { StackEdge, StackLayout } from './stackTypes.ts';

/** A way through the drawing: what it costs, and which lines it takes. */
export interface DrawnPath extends Path {
  readonly edges: ReadonlySet<string>;
}

/** Kinds of lines that end in a map with weights and a non-linearity; all others hand a vector on as it is, or add it. */
const WEIGHTED: readonly StackEdge['kind'][] = ['input', 'recurrent', 'readout'];

/** The drawn lines as arrows of a graph: 1 where a line enters a cell or the read-out, 0 for wires and sums. */
export const stackArcs = ({ edges }: Pick<StackLayout, 'edges'>): readonly Arc[] =>
  edges.map(({ from, to, kind }) => ({ from, to, cost: WEIGHTED.includes(kind) ? 1 : 0 }));

/** The way between two boxes that passes the fewest maps, or the most. Null when no line leads there. */
export function stackPath(
  layout: Pick<StackLayout, 'edges'>,
  from: string,
  to: string,
  which: 'shortest' | 'longest',
): DrawnPath | null {
  const search = which === 'shortest' ? shortestPath : longestPath;
  const found = search(stackArcs(layout), from, to);
  if (!found) return null;
  const steps = found.nodes.slice(1).map((node, i) => `${found.nodes[i]}>${node}`);
  return { ...found, edges: new Set(steps) };
}

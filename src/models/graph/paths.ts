/** An arrow of a graph. What it costs is the caller's to say: 1 for a map with weights, 0 for a wire. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  readonly cost: number;
}

export interface Path {
  readonly cost: number;
  /** Nodes from the first to the last. */
  readonly nodes: readonly string[];
}

/**
 * The cheapest way from one node to another in a graph without cycles, or null when there is none. Throws a RangeError
 * when the arrows run in a circle.
 */
export function shortestPath(arcs: readonly Arc[], from: string, to: string): Path | null {
  return bestPath(arcs, from, to, (candidate, known) => candidate < known);
}

/** The most expensive way; see `shortestPath`. */
export function longestPath(arcs: readonly Arc[], from: string, to: string): Path | null {
  return bestPath(arcs, from, to, (candidate, known) => candidate > known);
}

interface Found {
  readonly cost: number;
  readonly before: string | null;
}

/** Relaxes every arrow once, in topological order. Of ways that cost the same, the one found first stays. */
function bestPath(
  arcs: readonly Arc[],
  from: string,
  to: string,
  isBetter: (candidate: number, known: number) => boolean,
): Path | null {
  const found = new Map<string, Found>([[from, { cost: 0, before: null }]]);
  const leaving = byStart(arcs);
  for (const node of topologicalOrder(arcs)) {
    const here = found.get(node);
    if (!here) continue;
    for (const arc of leaving.get(node) ?? []) {
      const cost = here.cost + arc.cost;
      const known = found.get(arc.to);
      if (!known || isBetter(cost, known.cost)) found.set(arc.to, { cost, before: node });
    }
  }
  const end = found.get(to);
  return end ? { cost: end.cost, nodes: walkBack(found, to) } : null;
}

function walkBack(found: ReadonlyMap<string, Found>, to: string): readonly string[] {
  const nodes: string[] = [];
  for (let node: string | null = to; node !== null; node = found.get(node)?.before ?? null)
    nodes.unshift(node);
  return nodes;
}

function byStart(arcs: readonly Arc[]): ReadonlyMap<string, readonly Arc[]> {
  const leaving = new Map<string, Arc[]>();
  for (const arc of arcs) {
    const others = leaving.get(arc.from);
    if (others) others.push(arc);
    else leaving.set(arc.from, [arc]);
  }
  return leaving;
}

/** Number of arrows that lead to each node, in the order of first mention. */
function countArriving(arcs: readonly Arc[]): Map<string, number> {
  const arriving = new Map<string, number>();
  for (const { from, to } of arcs) {
    if (!arriving.has(from)) arriving.set(from, 0);
    arriving.set(to, (arriving.get(to) ?? 0) + 1);
  }
  return arriving;
}

/** Every node after all nodes that have an arrow to it (Kahn 1962), in the order of first mention otherwise. */
export function topologicalOrder(arcs: readonly Arc[]): readonly string[] {
  const waiting = countArriving(arcs);
  const leaving = byStart(arcs);
  const order = [...waiting.keys()].filter((node) => waiting.get(node) === 0);
  for (const node of order) {
    for (const { to } of leaving.get(node) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to);
    }
  }
  if (order.length < waiting.size) throw new RangeError('the arrows run in a circle');
  return order;
}

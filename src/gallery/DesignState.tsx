import { useMemo } from 'react';
import { DesignNet } from '../components/diagrams/design/DesignNet.tsx';
import { type Design, designGraph, firstInput, lastOutput } from '../models/depth/designs.ts';
import { shortestPath } from '../models/graph/paths.ts';

const SIZE = { steps: 5, extra: 3, hidden: 8, vocabulary: 20 } as const;

/** One design of a deep recurrent net, its shortest way lit. */
export function DesignState({ design }: { readonly design: Design }) {
  const graph = useMemo(() => designGraph(design, SIZE), [design]);
  const way = shortestPath(graph.arcs, firstInput, lastOutput(SIZE))?.nodes ?? [];
  const lit = new Set(way.slice(1).map((node, i) => `${way[i]}>${node}`));
  return (
    <div style={{ overflowX: 'auto' }}>
      <DesignNet graph={graph} lit={lit} notation="ng" name={design} />
    </div>
  );
}

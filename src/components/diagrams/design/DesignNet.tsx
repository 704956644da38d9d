import { useMemo } from 'react';
import { designArcs, designMeasures, designPlaces, HALF } from '../../../layout/design.ts';
import type { DesignGraph, DesignNode } from '../../../models/depth/designs.ts';
import netFrame from '../netFrame.module.css';
import { roleStyle, SymbolSpans } from '../Symbol.tsx';
import { type Notation, roleSymbol } from '../symbols.ts';
import styles from './DesignNet.module.css';
import { useBlend } from './useBlend.ts';

export interface DesignNetProps {
  readonly graph: DesignGraph;
  /** Arrows that stand out, as `from>to`. */
  readonly lit: ReadonlySet<string>;
  readonly notation: Notation;
  /** Accessible description of the drawing. */
  readonly name: string;
}

const ROLES = { input: 'input', layer: 'candidate', state: 'hidden', output: 'prediction' } as const;

/** Letter of a node: a layer of a stack has a state of its own, any other added layer is z. */
function Letter({ node, graph, notation }: { node: DesignNode; graph: DesignGraph; notation: Notation }) {
  const role = ROLES[node.kind];
  if (node.kind !== 'layer' && !(graph.design === 'stacked' && node.kind === 'state'))
    return <SymbolSpans symbol={roleSymbol(role, notation, 'rnn')} />;
  if (graph.design !== 'stacked') return <SymbolSpans symbol={{ base: 'z', sub: String(node.place) }} />;
  const layer = node.kind === 'state' ? graph.size.extra + 1 : node.place;
  return (
    <>
      <SymbolSpans symbol={roleSymbol('hidden', notation, 'rnn')} />
      <tspan className={styles.above} dy="-0.5em">
        [{layer}]
      </tspan>
    </>
  );
}

/** Boxes for inputs and added layers, pills for states, circles for outputs. */
function Shape({ kind, x, y }: { kind: DesignNode['kind']; x: number; y: number }) {
  const half = HALF[kind];
  const radius = kind === 'output' || kind === 'state' ? half.y : 5;
  return (
    <rect
      x={x - half.x}
      y={y - half.y}
      width={2 * half.x}
      height={2 * half.y}
      rx={radius}
      className={styles.shape}
    />
  );
}

/** One way to make a recurrent net deep, unrolled; moves over from the drawing before. */
export function DesignNet({ graph, lit, notation, name }: DesignNetProps) {
  const { width, height } = designMeasures(graph);
  const target = useMemo(() => designPlaces(graph), [graph]);
  const places = useBlend(target);
  const arcs = designArcs(graph, places);
  return (
    <svg
      role="img"
      aria-label={name}
      data-export=""
      className={netFrame.svg}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {[...arcs.filter(({ id }) => !lit.has(id)), ...arcs.filter(({ id }) => lit.has(id))].map((arc) => (
        <g key={arc.id} className={lit.has(arc.id) ? styles.lit : styles.arc}>
          <path d={arc.path} className={styles.line} />
          <path d={arc.head} className={styles.head} />
        </g>
      ))}
      {graph.nodes.map((node) => {
        const place = places.get(node.id);
        if (!place) return null;
        return (
          <g key={node.id} style={roleStyle(ROLES[node.kind])}>
            <Shape kind={node.kind} {...place} />
            <text x={place.x} y={place.y} className={styles.letter}>
              <Letter node={node} graph={graph} notation={notation} />
            </text>
          </g>
        );
      })}
      {Array.from({ length: graph.size.steps }, (_, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its step.
        <text key={step} x={places.get(`input:0:${step}`)?.x ?? 0} y={height - 12} className={netFrame.time}>
          t={step + 1}
        </text>
      ))}
    </svg>
  );
}

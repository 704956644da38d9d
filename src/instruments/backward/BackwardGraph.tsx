import { useEffect, useRef } from 'react';
import { roleStyle } from '../../components/diagrams/Symbol.tsx';
import { type Notation, roleSymbol, weightSubscript } from '../../components/diagrams/symbols.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { backwardMessages } from '../../i18n/messages/backward.ts';
import type { LaneRole } from '../../models/cells/types.ts';
import styles from './backward.module.css';
import { EQUATION_IDS, type EquationId } from './equations.ts';
import { EDGES, GRAPH, type GraphNode, NODES, type NodeShape, TRAVELLED } from './graph.ts';

const SIZE: Readonly<Record<NodeShape, readonly [width: number, height: number, radius: number]>> = {
  round: [44, 44, 22],
  pill: [56, 30, 15],
  box: [52, 30, 7],
  operation: [20, 20, 10],
  text: [0, 0, 0],
};

/** A node's letter with what stands below and above it. */
function NodeLetter({ node, notation }: { readonly node: GraphNode; readonly notation: Notation }) {
  const { id, role, label } = node;
  if (label || !role) return <tspan>{label}</tspan>;
  const isPre = id.startsWith('pre-');
  const lane = role as LaneRole;
  const symbol = isPre
    ? { base: 'z', sub: weightSubscript(lane, notation, 'lstm') }
    : roleSymbol(role, notation, 'lstm');
  return (
    <>
      <tspan fontStyle="italic">{symbol.base}</tspan>
      {symbol.sub ? (
        <tspan dy={4} fontSize={12}>
          {symbol.sub}
        </tspan>
      ) : null}
      {id.startsWith('previous-') ? (
        <tspan dy={-6} fontSize={12}>
          t−1
        </tspan>
      ) : null}
    </>
  );
}

/** `target`: found by this equation; `done`: found before; `waiting`: not yet; `plain`: has no gradient here. */
type NodeState = 'target' | 'done' | 'waiting' | 'plain';

function stateOf({ equation }: GraphNode, at: number): NodeState {
  if (!equation) return 'plain';
  const place = EQUATION_IDS.indexOf(equation) + 1;
  if (place === at) return 'target';
  return place < at ? 'done' : 'waiting';
}

function NodeShapeView(props: {
  readonly node: GraphNode;
  readonly at: number;
  readonly notation: Notation;
}) {
  const { node, at, notation } = props;
  const [full, height, radius] = SIZE[node.shape];
  const width = node.label === 'tanh' ? 44 : full;
  return (
    <g
      transform={`translate(${node.x} ${node.y})`}
      className={styles.node}
      style={node.role ? roleStyle(node.role) : undefined}
      data-state={stateOf(node, at)}
      data-shape={node.shape}
      data-term={node.role}
    >
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={radius} />
      <text>
        <NodeLetter node={node} notation={notation} />
      </text>
    </g>
  );
}

function Arrow({ id }: { readonly id: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="6"
      refY="4"
      markerWidth="10"
      markerHeight="10"
      markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"
    >
      <path d="M0 0L8 4L0 8z" />
    </marker>
  );
}

/** On a narrow page the graph scrolls: keeps what the equation finds in sight. */
function useInSight(equation: EquationId) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = frame.current?.firstElementChild;
    const node = NODES.find((one) => one.equation === equation);
    if (box && node) box.scrollTo({ left: node.x - box.clientWidth / 2 });
  }, [equation]);
  return frame;
}

/** One step as a graph: thin lines run forward; the thick ones are the way back that the equation takes. */
export function BackwardGraph(props: {
  readonly at: number;
  readonly equation: EquationId;
  readonly peepholes: boolean;
  readonly notation: Notation;
}) {
  const { at, equation, peepholes, notation } = props;
  const text = useText(backwardMessages);
  const label = text('backward.graph', { at });
  const frame = useInSight(equation);
  const travelled = new Set(TRAVELLED[equation]);
  const edges = EDGES.filter((edge) => peepholes || !edge.peephole);
  const ordered = [...edges].sort((a, b) => Number(travelled.has(a.id)) - Number(travelled.has(b.id)));
  return (
    <div ref={frame} className={styles.graphFrame}>
      <ScrollBox label={label} className={styles.graph ?? ''}>
        <svg width={GRAPH.width} height={GRAPH.height} role="img" aria-label={label}>
          <defs>
            <g className={styles.forwardTip}>
              <Arrow id="backward-forward-tip" />
            </g>
            <g className={styles.backTip}>
              <Arrow id="backward-back-tip" />
            </g>
          </defs>
          {ordered.map(({ id, path, peephole }) => {
            const back = travelled.has(id);
            return (
              <path
                key={id}
                d={path}
                className={styles.edge}
                data-back={back}
                data-peephole={peephole ?? false}
                markerStart={back ? 'url(#backward-back-tip)' : undefined}
                markerEnd={back ? undefined : 'url(#backward-forward-tip)'}
              />
            );
          })}
          {NODES.map((node) => (
            <NodeShapeView key={node.id} node={node} at={at} notation={notation} />
          ))}
        </svg>
      </ScrollBox>
    </div>
  );
}

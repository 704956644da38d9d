import { type Arc, longestPath, shortestPath } from '../graph/paths.ts';

/**
 * Where depth can go within a recurrent step (Pascanu, Gulcehre, Cho & Bengio 2014, figure 2). `shallow` has none; the
 * others put layers between input and state, between state and state (with a shortcut past them, or not), between state
 * and output, or give every further layer a state of its own.
 */
export const DESIGNS = ['shallow', 'input', 'transition', 'shortcut', 'output', 'stacked'] as const;
export type Design = (typeof DESIGNS)[number];

export interface DesignSize {
  /** T. */
  readonly steps: number;
  /** Layers that a design adds to the shallow net. */
  readonly extra: number;
  /** n: units of every layer. */
  readonly hidden: number;
  /** V: length of an input, and number of classes. */
  readonly vocabulary: number;
}

/** `layer` is one of the added ones; in the stacked design it has a state of its own. */
export type NodeKind = 'input' | 'layer' | 'state' | 'output';

export interface DesignNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly step: number;
  /** Of an added layer, counted from 1 in the order of computation; 0 otherwise. */
  readonly place: number;
  /** Height in the drawing: 0 is the input's row. */
  readonly level: number;
}

/** An affine map into a node; arrows with the same `weights` at different steps share one matrix. */
export interface DesignArc extends Arc {
  readonly weights: string;
}

export interface DesignGraph {
  readonly design: Design;
  readonly size: DesignSize;
  readonly nodes: readonly DesignNode[];
  readonly arcs: readonly DesignArc[];
}

export interface DesignFacts {
  readonly parameters: number;
  /** Maps between x⟨1⟩ and ŷ⟨T⟩ on the shortest and on the longest way. */
  readonly shortest: number;
  readonly longest: number;
  /** Maps between one state and the next on the longest way: what a gradient must pass at every step. */
  readonly between: number;
}

const nodeId = (kind: NodeKind, step: number, place = 0): string => `${kind}:${place}:${step}`;
export const firstInput = nodeId('input', 0);
export const stateOf = (step: number): string => nodeId('state', step);
export const lastOutput = ({ steps }: DesignSize): string => nodeId('output', steps - 1);

/** Layers that this design has besides the state's. */
const extraOf = (design: Design, { extra }: DesignSize): number => (design === 'shallow' ? 0 : extra);

/** The nodes of one step, from the input up: added layers stand under the state, or over it in the output design. */
function stepNodes(design: Design, size: DesignSize, step: number): readonly DesignNode[] {
  const extra = extraOf(design, size);
  const above = design === 'output';
  const layers = Array.from({ length: extra }, (_, i) => ({
    id: nodeId('layer', step, i + 1),
    kind: 'layer' as const,
    step,
    place: i + 1,
    level: i + (above ? 2 : 1),
  }));
  const state = above ? 1 : extra + 1;
  return [
    { id: nodeId('input', step), kind: 'input', step, place: 0, level: 0 },
    ...layers,
    { id: nodeId('state', step), kind: 'state', step, place: 0, level: state },
    { id: nodeId('output', step), kind: 'output', step, place: 0, level: extra + 2 },
  ];
}

const arc = (from: string, to: string, weights: string): DesignArc => ({ from, to, weights, cost: 1 });

/** Everything of one step in a row upwards: x → … → ŷ. */
function upwards(nodes: readonly DesignNode[]): readonly DesignArc[] {
  const sorted = [...nodes].sort((a, b) => a.level - b.level);
  return sorted.slice(1).flatMap((node, i) => {
    const below = sorted[i];
    const name = (each: DesignNode) => each.id.slice(0, each.id.lastIndexOf(':'));
    return below ? [arc(below.id, node.id, `${name(below)}>${name(node)}`)] : [];
  });
}

/** What comes from the step before. */
function throughTime(design: Design, size: DesignSize, step: number): readonly DesignArc[] {
  if (step === 0) return [];
  const before = stateOf(step - 1);
  const own = arc(before, stateOf(step), 'state>state');
  if (design === 'transition') return [arc(before, nodeId('layer', step, 1), 'state>layer')];
  if (design === 'shortcut') return [arc(before, nodeId('layer', step, 1), 'state>layer'), own];
  if (design !== 'stacked') return [own];
  const chains = Array.from({ length: size.extra }, (_, i) =>
    arc(nodeId('layer', step - 1, i + 1), nodeId('layer', step, i + 1), `chain ${i + 1}`),
  );
  return [...chains, own];
}

/** One design over all steps. */
export function designGraph(design: Design, size: DesignSize): DesignGraph {
  const steps = Array.from({ length: size.steps }, (_, step) => stepNodes(design, size, step));
  return {
    design,
    size,
    nodes: steps.flat(),
    arcs: steps.flatMap((nodes, step) => [...upwards(nodes), ...throughTime(design, size, step)]),
  };
}

const widthOf = (id: string, { hidden, vocabulary }: DesignSize): number =>
  id.startsWith('input') || id.startsWith('output') ? vocabulary : hidden;

/** Every matrix once, however often it is drawn, and one bias for every kind of node that is computed. */
export function countDesign({ arcs, nodes, size }: DesignGraph): number {
  const matrices = new Map(
    arcs.map(({ weights, from, to }) => [weights, widthOf(from, size) * widthOf(to, size)]),
  );
  const biases = new Map(
    nodes
      .filter(({ kind }) => kind !== 'input')
      .map(({ kind, place, id }) => [`${kind} ${place}`, widthOf(id, size)]),
  );
  return [...matrices.values(), ...biases.values()].reduce((sum, count) => sum + count, 0);
}

/** Counted on the graph itself; T = 1 has no way from state to state. */
export function designFacts(graph: DesignGraph): DesignFacts {
  const { arcs, size } = graph;
  const end = lastOutput(size);
  return {
    parameters: countDesign(graph),
    shortest: shortestPath(arcs, firstInput, end)?.cost ?? 0,
    longest: longestPath(arcs, firstInput, end)?.cost ?? 0,
    between: longestPath(arcs, stateOf(0), stateOf(1))?.cost ?? 0,
  };
}

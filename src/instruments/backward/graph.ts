import type { LaneRole } from '../../models/cells/types.ts';
import type { EquationId } from './equations.ts';

/** Size of the drawing, px. */
export const GRAPH = { width: 630, height: 292 } as const;

export type NodeShape = 'round' | 'pill' | 'box' | 'operation' | 'text';

/** A value or an operation of one step; `equation` is the one that finds its gradient. */
export interface GraphNode {
  readonly id: string;
  readonly shape: NodeShape;
  readonly x: number;
  readonly y: number;
  readonly role?: LaneRole | 'input';
  readonly equation?: EquationId;
  /** What an operation or a text says; values are named by their letters. */
  readonly label?: string;
}

const TOP = 40;
const GATES = 128;
const PRE = 198;
const BOTTOM = 252;
const X = { forget: 166, update: 252, candidate: 334, output: 420 } as const;
const WRITE = 293;

const gate = (role: keyof typeof X): GraphNode => ({
  id: role,
  shape: 'box',
  x: X[role],
  y: GATES,
  role,
  equation: role,
});
const pre = (role: keyof typeof X): GraphNode => ({
  id: `pre-${role}`,
  shape: 'box',
  x: X[role],
  y: PRE,
  role,
  equation: `pre-${role}`,
});

export const NODES: readonly GraphNode[] = [
  { id: 'previous-cell', shape: 'round', x: 44, y: TOP, role: 'cell', equation: 'previous-cell' },
  { id: 'keep', shape: 'operation', x: X.forget, y: TOP, label: '×' },
  { id: 'plus', shape: 'operation', x: WRITE, y: TOP, label: '+' },
  { id: 'write', shape: 'operation', x: WRITE, y: 84, label: '×' },
  { id: 'cell', shape: 'round', x: 386, y: TOP, role: 'cell', equation: 'cell' },
  { id: 'carried', shape: 'text', x: 590, y: TOP, label: 'δ' },
  { id: 'tanh', shape: 'operation', x: 500, y: 84, label: 'tanh' },
  { id: 'show', shape: 'operation', x: 500, y: GATES, label: '×' },
  gate('forget'),
  gate('update'),
  gate('candidate'),
  gate('output'),
  pre('forget'),
  pre('update'),
  pre('candidate'),
  pre('output'),
  { id: 'hidden', shape: 'pill', x: 584, y: GATES, role: 'hidden', equation: 'hidden' },
  { id: 'loss', shape: 'text', x: 584, y: PRE, label: 'L' },
  { id: 'weights', shape: 'box', x: 112, y: BOTTOM, equation: 'weights', label: 'W, b' },
  { id: 'previous-hidden', shape: 'pill', x: 36, y: 226, role: 'hidden', equation: 'previous-hidden' },
  { id: 'input', shape: 'pill', x: 36, y: 274, role: 'input', equation: 'input' },
];

/** A line in the direction of the forward pass. */
export interface GraphEdge {
  readonly id: string;
  readonly path: string;
  readonly peephole?: true;
}

const bus = (role: keyof typeof X): GraphEdge => ({
  id: `bus-${role}`,
  path: `M138 ${BOTTOM}H${X[role]}V${PRE + 17}`,
});
const activation = (role: keyof typeof X): GraphEdge => ({
  id: `pre-${role}`,
  path: `M${X[role]} ${PRE - 15}V${GATES + 17}`,
});

export const EDGES: readonly GraphEdge[] = [
  { id: 'previous-keep', path: `M66 ${TOP}H${X.forget - 12}` },
  { id: 'forget-keep', path: `M${X.forget} ${GATES - 15}V${TOP + 12}` },
  { id: 'keep-plus', path: `M${X.forget + 10} ${TOP}H${WRITE - 12}` },
  { id: 'update-write', path: `M${X.update} ${GATES - 15}V84H${WRITE - 12}` },
  { id: 'candidate-write', path: `M${X.candidate} ${GATES - 15}V84H${WRITE + 12}` },
  { id: 'write-plus', path: `M${WRITE} 74V${TOP + 12}` },
  { id: 'plus-cell', path: `M${WRITE + 10} ${TOP}H362` },
  { id: 'cell-carried', path: `M408 ${TOP}H574` },
  { id: 'cell-tanh', path: `M408 ${TOP}H500V72` },
  { id: 'tanh-show', path: `M500 94V${GATES - 12}` },
  { id: 'output-show', path: `M${X.output + 26} ${GATES}H488` },
  { id: 'show-hidden', path: `M510 ${GATES}H554` },
  { id: 'hidden-loss', path: `M584 ${GATES + 15}V${PRE - 14}` },
  activation('forget'),
  activation('update'),
  activation('candidate'),
  activation('output'),
  bus('forget'),
  bus('update'),
  bus('candidate'),
  bus('output'),
  { id: 'previous-weights', path: `M64 226H76L86 ${BOTTOM - 6}` },
  { id: 'input-weights', path: `M64 274H76L86 ${BOTTOM + 6}` },
  { id: 'previous-pre-forget', path: `M44 62V164H126V${PRE}H138`, peephole: true },
  { id: 'previous-pre-update', path: `M44 62V164H212V${PRE}H224`, peephole: true },
  { id: 'cell-pre-output', path: `M386 62V${PRE}H392`, peephole: true },
];

const BUSES = ['bus-forget', 'bus-update', 'bus-candidate', 'bus-output'];

/** The lines that an equation follows backwards. */
export const TRAVELLED: Readonly<Record<EquationId, readonly string[]>> = {
  hidden: ['hidden-loss'],
  output: ['show-hidden', 'output-show'],
  'pre-output': ['pre-output'],
  cell: ['cell-carried', 'show-hidden', 'tanh-show', 'cell-tanh', 'cell-pre-output'],
  forget: ['plus-cell', 'keep-plus', 'forget-keep'],
  update: ['plus-cell', 'write-plus', 'update-write'],
  candidate: ['plus-cell', 'write-plus', 'candidate-write'],
  'pre-forget': ['pre-forget'],
  'pre-update': ['pre-update'],
  'pre-candidate': ['pre-candidate'],
  weights: BUSES,
  'previous-hidden': [...BUSES, 'previous-weights'],
  'previous-cell': ['plus-cell', 'keep-plus', 'previous-keep', 'previous-pre-forget', 'previous-pre-update'],
  input: [...BUSES, 'input-weights'],
};

import { gateRoles } from '../../models/cells/roles.ts';
import type { GateRole, GruSpec } from '../../models/cells/types.ts';
import { NODE_RADIUS } from '../measures.ts';
import type { Point } from '../path.ts';
import type { UnrolledEdge, UnrolledNode } from '../unrolledTypes.ts';
import { type ColumnTracks, type Drawing, edge, finalEdges, node, type Sides } from './tracks.ts';

/** Distances below the highway at which lines turn: what is written, what is kept, and a_prev on its way to the gates. */
const WRITE_TURN = 12;
const KEEP_TURN = 26;
const RECURRENT_TURN = 40;
/** a_prev enters a gate above its middle, x below it. */
const OFFSET = 5;

interface Tracks {
  readonly hidden: Sides;
  readonly previous: Sides;
  readonly times: number;
  readonly plus: number;
  /** Where a_prev leaves the highway, and the two buses into the gates. */
  readonly branch: number;
  readonly recurrent: number;
  readonly input: number;
  /** Where the written product climbs, and at which height its × stands. */
  readonly climb: number;
  readonly product: number;
}

function gruTracks(spec: GruSpec, { box, step, x, half, write }: ColumnTracks): Tracks {
  const hidden = box('hidden');
  const previous = box('hidden', step - 1);
  const plus = hidden.left - NODE_RADIUS - 2;
  const writes = spec.update === 'writes';
  return {
    hidden,
    previous,
    plus,
    times: plus - 2 * NODE_RADIUS - 1,
    branch: previous.right + (step === 0 ? 2 : 12.5),
    recurrent: x - half - 6,
    input: x - half - 13,
    climb: writes ? write : write + 10.5,
    product: writes ? box('update').y : box('candidate').y,
  };
}

/** a_prev's way from the highway to its bus. */
const descend = ({ previous, branch, recurrent, hidden }: Tracks): readonly Point[] => [
  { x: previous.right, y: previous.y },
  { x: branch, y: previous.y },
  { x: branch, y: hidden.bottom + RECURRENT_TURN },
  { x: recurrent, y: hidden.bottom + RECURRENT_TURN },
];

/** Γ_u, Γ_r = σ(W[a_prev, x] + b), and the candidate's x. */
function gateEdges(spec: GruSpec, at: ColumnTracks, tracks: Tracks): readonly UnrolledEdge[] {
  const { step, box } = at;
  const token = box('input');
  const turn = box('candidate').bottom + 11;
  return gateRoles(spec).flatMap((role) => {
    const gate = box(role);
    const to = { role, step };
    const input = edge(step, 'input', { role: 'input', step }, to, [
      { x: token.x, y: token.top },
      { x: token.x, y: turn },
      { x: tracks.input, y: turn },
      { x: tracks.input, y: gate.y + OFFSET },
      { x: gate.left, y: gate.y + OFFSET },
    ]);
    if (role === 'candidate' && spec.variant === 'full') return [input, ...resetEdges(at, tracks)];
    const recurrent = edge(step, 'recurrent', { role: 'hidden', step: step - 1 }, to, [
      ...descend(tracks),
      { x: tracks.recurrent, y: gate.y - OFFSET },
      { x: gate.left, y: gate.y - OFFSET },
    ]);
    return [recurrent, input];
  });
}

const resetHeight = ({ box }: ColumnTracks): number => (box('reset').bottom + box('candidate').top) / 2 - 2;

/** Γ_r meets a_prev (or W_c a_prev) on the way into the candidate. */
function resetEdges(at: ColumnTracks, tracks: Tracks): readonly UnrolledEdge[] {
  const { step, box, x } = at;
  const y = resetHeight(at);
  const candidate = box('candidate');
  const to = { role: 'candidate', step } as const;
  const arrive = { x, y: candidate.top };
  return [
    edge(step, 'recurrent', { role: 'hidden', step: step - 1 }, to, [
      ...descend(tracks),
      { x: tracks.recurrent, y },
      { x, y },
      arrive,
    ]),
    edge(step, 'gate', { role: 'reset', step }, to, [{ x, y: box('reset').bottom }, arrive]),
  ];
}

/** a = w ∗ c̃ + k ∗ a_prev, where Γ_u is one of w and k and 1 − Γ_u the other. */
function mixEdges(at: ColumnTracks, tracks: Tracks): readonly UnrolledEdge[] {
  const { step, box, x, half, write } = at;
  const { hidden, previous, times, plus, climb, product } = tracks;
  const [update, candidate] = [box('update'), box('candidate')];
  const to = { role: 'hidden', step } as const;
  const arrive = { x: hidden.left, y: hidden.y };
  const join = [
    { x: write, y: product },
    { x: climb, y: product },
    { x: climb, y: hidden.bottom + WRITE_TURN },
    { x: plus, y: hidden.bottom + WRITE_TURN },
    { x: plus, y: hidden.y },
    arrive,
  ];
  const gate = (role: GateRole, points: readonly Point[], suffix: string) =>
    edge(step, 'gate', { role, step }, to, points, suffix);
  const keepX = x - half + 8;
  return [
    edge(step, 'memory', { role: 'hidden', step: step - 1 }, to, [
      { x: previous.right, y: previous.y },
      arrive,
    ]),
    gate(
      'update',
      [
        { x: keepX, y: update.top },
        { x: keepX, y: hidden.bottom + KEEP_TURN },
        { x: times, y: hidden.bottom + KEEP_TURN },
        { x: times, y: hidden.y },
        arrive,
      ],
      '-keep',
    ),
    gate('update', [{ x: update.right, y: update.y }, { x: write, y: update.y }, ...join], '-write'),
    gate('candidate', [{ x: candidate.right, y: candidate.y }, { x: write, y: candidate.y }, ...join], ''),
  ];
}

function gruNodes(spec: GruSpec, at: ColumnTracks, tracks: Tracks): readonly UnrolledNode[] {
  const { step, x, half, write, box } = at;
  const { hidden, times, plus, product, branch } = tracks;
  const y = hidden.bottom + KEEP_TURN;
  const keeps = spec.update === 'keeps';
  const below = (box('update').bottom + box(spec.variant === 'full' ? 'reset' : 'candidate').top) / 2;
  const complement = keeps
    ? { x: write, y: spec.variant === 'full' ? below : box('update').y }
    : { x: (x - half + 8 + times) / 2, y };
  return [
    node(step, 'times', 'hidden', times, hidden.y),
    node(step, 'plus', 'hidden', plus, hidden.y),
    node(step, 'times', 'hidden', write, product),
    node(step, 'complement', 'hidden', complement.x, complement.y),
    node(step, 'junction', 'hidden', branch, hidden.y),
    ...(spec.variant === 'full' ? resetNodes(spec, at) : []),
  ];
}

function resetNodes(spec: GruSpec, at: ColumnTracks): readonly UnrolledNode[] {
  const y = resetHeight(at);
  const times = node(at.step, 'times', 'candidate', at.x, y);
  if (spec.reset === 'before') return [times];
  return [times, node(at.step, 'weights', 'candidate', at.x - at.half / 2 - 3, y)];
}

/** Every operand of a GRU's step. */
export function gruEdges(spec: GruSpec, at: ColumnTracks): Drawing {
  const tracks = gruTracks(spec, at);
  return {
    nodes: gruNodes(spec, at, tracks),
    edges: [
      ...gateEdges(spec, at, tracks),
      ...mixEdges(at, tracks),
      ...finalEdges(at.frame, at.step, ['hidden']),
    ],
  };
}

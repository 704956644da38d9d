import { gateRoles } from '../../models/cells/roles.ts';
import type { GateRole, LstmSpec } from '../../models/cells/types.ts';
import { NODE_RADIUS } from '../measures.ts';
import type { Point } from '../path.ts';
import type { UnrolledEdge, UnrolledNode } from '../unrolledTypes.ts';
import { type ColumnTracks, type Drawing, edge, finalEdges, node, outTrack, type Sides } from './tracks.ts';

/** Distances below the highway at which the write line and the forget line turn. */
const WRITE_TURN = 13;
const FORGET_TURN = 24;
/** Distance of a peephole's end from the middle of a gate. */
const PEEPHOLE_OFFSET = 9;

interface Highway {
  readonly c: Sides;
  readonly previous: Sides;
  readonly times: number;
  readonly plus: number;
  readonly bus: number;
}

function highway({ box, step, x, half }: ColumnTracks): Highway {
  const c = box('cell');
  const plus = c.left - NODE_RADIUS - 2.5;
  const times = plus - 2 * NODE_RADIUS - 2;
  return { c, previous: box('cell', step - 1), times, plus, bus: x - half - 9 };
}

/** Where a branch leaves c on its lower right: on the circle, or on the side of a strip or of the initial state. */
function branchOf(c: Sides, round: boolean): Point {
  const radius = (c.right - c.left) / 2;
  if (round) return { x: c.x + 0.79 * radius, y: c.y + 0.613 * radius };
  return { x: c.right, y: c.y + Math.min(10, (c.bottom - c.top) / 2 - 3) };
}

/** c = Γ_f ∗ c_prev + Γ_u ∗ c̃. */
function cellEdges(at: ColumnTracks, { c, previous, times, plus }: Highway): readonly UnrolledEdge[] {
  const { step, box, x, half, write } = at;
  const [forget, update, candidate] = [box('forget'), box('update'), box('candidate')];
  const to = { role: 'cell', step } as const;
  const arrive = { x: c.left, y: c.y };
  const join = [
    { x: write, y: c.bottom + WRITE_TURN },
    { x: plus, y: c.bottom + WRITE_TURN },
    { x: plus, y: c.y },
    arrive,
  ];
  const gate = (role: GateRole, points: readonly Point[]) => edge(step, 'gate', { role, step }, to, points);
  const forgetX = x - half + 8;
  return [
    edge(step, 'memory', { role: 'cell', step: step - 1 }, to, [
      { x: previous.right, y: previous.y },
      arrive,
    ]),
    gate('forget', [
      { x: forgetX, y: forget.top },
      { x: forgetX, y: c.bottom + FORGET_TURN },
      { x: times, y: c.bottom + FORGET_TURN },
      { x: times, y: c.y },
      arrive,
    ]),
    gate('update', [{ x: update.right, y: update.y }, { x: write, y: update.y }, ...join]),
    gate('candidate', [{ x: candidate.right, y: candidate.y }, { x: write, y: candidate.y }, ...join]),
  ];
}

/** Γ = σ(W[a_prev, x] + b): a_prev and x meet at the bus, and each gate gets both. */
function gateEdges(at: ColumnTracks, spec: LstmSpec, bus: number): readonly UnrolledEdge[] {
  const { step, box } = at;
  const previous = box('hidden', step - 1);
  const token = box('input');
  const turn = box('hidden').bottom + 9;
  return gateRoles(spec).flatMap((role) => {
    const gate = box(role);
    const enter = [
      { x: bus, y: gate.y },
      { x: gate.left, y: gate.y },
    ];
    const to = { role, step };
    return [
      edge(step, 'recurrent', { role: 'hidden', step: step - 1 }, to, [
        { x: previous.right, y: previous.y },
        { x: bus, y: previous.y },
        ...enter,
      ]),
      edge(step, 'input', { role: 'input', step }, to, [
        { x: token.x, y: token.top },
        { x: token.x, y: turn },
        { x: bus, y: turn },
        ...enter,
      ]),
    ];
  });
}

/** a = Γ_o ∗ g(c). */
function hiddenEdges(at: ColumnTracks, branch: Point): readonly UnrolledEdge[] {
  const { step, box, out, x } = at;
  const [output, hidden] = [box('output'), box('hidden')];
  const to = { role: 'hidden', step } as const;
  const turn = (output.bottom + hidden.top) / 2 - 2;
  const arrive = [
    { x: out, y: turn },
    { x, y: turn },
    { x, y: hidden.top },
  ];
  return [
    edge(step, 'gate', { role: 'cell', step }, to, [branch, { x: out, y: branch.y }, ...arrive]),
    edge(step, 'gate', { role: 'output', step }, to, [
      { x: output.right, y: output.y },
      { x: out, y: output.y },
      ...arrive,
    ]),
  ];
}

/** Γ_f and Γ_u see c_prev, Γ_o sees c. */
function peepholeEdges(at: ColumnTracks, branch: Point, round: boolean): readonly UnrolledEdge[] {
  const { step, box, left, out, frame } = at;
  const before = frame.columns[step - 1];
  const from = branchOf(box('cell', step - 1), round && before !== undefined);
  const track = before ? outTrack(frame, before.x) : left - 4;
  const past = (['forget', 'update'] as const).map((role) => {
    const gate = box(role);
    return edge(step, 'peephole', { role: 'cell', step: step - 1 }, { role, step }, [
      from,
      { x: track, y: from.y },
      { x: track, y: gate.y - PEEPHOLE_OFFSET },
      { x: gate.left, y: gate.y - PEEPHOLE_OFFSET },
    ]);
  });
  const gate = box('output');
  const now = edge(step, 'peephole', { role: 'cell', step }, { role: 'output', step }, [
    branch,
    { x: out, y: branch.y },
    { x: out, y: gate.y - PEEPHOLE_OFFSET },
    { x: gate.right, y: gate.y - PEEPHOLE_OFFSET },
  ]);
  return [...past, now];
}

function lstmNodes(
  at: ColumnTracks,
  spec: LstmSpec,
  { c, times, plus, bus }: Highway,
): readonly UnrolledNode[] {
  const { step, box, write, out } = at;
  const shown = (box('candidate').y + box('output').y) / 2;
  return [
    node(step, 'times', 'cell', times, c.y),
    node(step, 'plus', 'cell', plus, c.y),
    node(step, 'times', 'cell', write, box('update').y),
    node(step, 'times', 'hidden', out, box('output').y),
    ...(spec.output === 'linear' ? [] : [node(step, 'activation', 'hidden', out, shown)]),
    node(step, 'junction', 'hidden', bus, box('hidden').y),
  ];
}

/** Every operand of an LSTM's step. */
export function lstmEdges(spec: LstmSpec, at: ColumnTracks): Drawing {
  const road = highway(at);
  const round = at.frame.options.view.kind === 'one';
  const branch = branchOf(road.c, round);
  return {
    nodes: lstmNodes(at, spec, road),
    edges: [
      ...gateEdges(at, spec, road.bus),
      ...cellEdges(at, road),
      ...hiddenEdges(at, branch),
      ...(spec.peepholes ? peepholeEdges(at, branch, round) : []),
      ...finalEdges(at.frame, at.step, ['cell', 'hidden']),
    ],
  };
}

/*
 * Geometry of backpropagation through time. Values climb from the tokens at the bottom to the losses in the middle; gradients
 * climb on from the losses to the lane at the top, and there they run back from right to left.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One time step. Boxes of units are listed from unit 1 down. */
export interface ThroughColumn {
  readonly step: number;
  /** Middle of the column. */
  readonly x: number;
  readonly gradients: readonly Box[];
  readonly loss: Box;
  readonly states: readonly Box[];
  /** Baseline of the token, and of the step's number under it. */
  readonly tokenY: number;
  readonly timeY: number;
}

export type ThroughEdgeKind = 'input' | 'forward' | 'read-out' | 'own' | 'back';

/** An arrow; `step` is the step that it leads to, forward or backward. */
export interface ThroughEdge {
  readonly kind: ThroughEdgeKind;
  readonly step: number;
  readonly path: string;
}

export interface ThroughLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly ThroughColumn[];
  readonly edges: readonly ThroughEdge[];
  /** Middle of each lane, for its label. */
  readonly lanes: {
    readonly gradient: number;
    readonly loss: number;
    readonly state: number;
    readonly input: number;
  };
}

export const THROUGH = {
  label: 92,
  column: 66,
  cell: { width: 48, height: 20, gap: 2 },
  loss: { width: 50, height: 40 },
  /** Room for an arrow between two lanes. */
  between: 30,
  top: 10,
  /** From the states down to the token's baseline, and from there to the step's number. */
  token: 46,
  time: 18,
  bottom: 10,
  right: 14,
} as const;

const stackHeight = (units: number): number => units * THROUGH.cell.height + (units - 1) * THROUGH.cell.gap;

function stack(x: number, top: number, units: number): readonly Box[] {
  const { width, height, gap } = THROUGH.cell;
  return Array.from({ length: units }, (_, unit) => ({
    x: x - width / 2,
    y: top + unit * (height + gap),
    width,
    height,
  }));
}

/** Where the lanes begin, from the top. */
function tops(units: number) {
  const gradients = THROUGH.top;
  const loss = gradients + stackHeight(units) + THROUGH.between;
  const states = loss + THROUGH.loss.height + THROUGH.between;
  const token = states + stackHeight(units) + THROUGH.token;
  return { gradients, loss, states, token };
}

function columnAt(step: number, units: number): ThroughColumn {
  const { gradients, loss, states, token } = tops(units);
  const x = THROUGH.label + (step + 0.5) * THROUGH.column;
  return {
    step,
    x,
    gradients: stack(x, gradients, units),
    loss: { x: x - THROUGH.loss.width / 2, y: loss, ...THROUGH.loss },
    states: stack(x, states, units),
    tokenY: token,
    timeY: token + THROUGH.time,
  };
}

/** The arrows that lead to one step: three forward, and back from its own loss and from the step after. */
function edgesTo({ step, x }: ThroughColumn, steps: number, units: number): readonly ThroughEdge[] {
  const { gradients, loss, states, token } = tops(units);
  const [half, height] = [THROUGH.cell.width / 2, stackHeight(units)];
  const up = (from: number, to: number) => `M${x} ${from - 3}V${to + 4}`;
  const input: ThroughEdge = { kind: 'input', step, path: up(token - 15, states + height) };
  const readOut: ThroughEdge = { kind: 'read-out', step, path: up(states, loss + THROUGH.loss.height) };
  const own: ThroughEdge = { kind: 'own', step, path: up(loss, gradients + height) };
  const middle = (top: number) => top + height / 2;
  const gap = THROUGH.column - half;
  const forward = `M${x - gap + 2} ${middle(states)}H${x - half - 3}`;
  const back = `M${x + gap - 2} ${middle(gradients)}H${x + half + 3}`;
  return [
    input,
    readOut,
    own,
    ...(step > 0 ? [{ kind: 'forward', step, path: forward } as const] : []),
    ...(step < steps - 1 ? [{ kind: 'back', step, path: back } as const] : []),
  ];
}

/** The unrolled net with its way back, for `steps` steps of `units` hidden units. */
export function layoutThroughTime(steps: number, units: number): ThroughLayout {
  const columns = Array.from({ length: steps }, (_, step) => columnAt(step, units));
  const { gradients, loss, states, token } = tops(units);
  return {
    width: THROUGH.label + steps * THROUGH.column + THROUGH.right,
    height: token + THROUGH.time + THROUGH.bottom,
    columns,
    edges: columns.flatMap((column) => edgesTo(column, steps, units)),
    lanes: {
      gradient: gradients + stackHeight(units) / 2,
      loss: loss + THROUGH.loss.height / 2,
      state: states + stackHeight(units) / 2,
      input: token - 5,
    },
  };
}

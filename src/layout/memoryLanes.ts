/** `gate`: 0 … 1 from the bottom. `state`: −1 … 1 about its middle. `answer`: 0 … 1 about one half. */
export type MemoryLaneKind = 'gate' | 'state' | 'answer';

export interface MemoryLanesOptions {
  readonly steps: number;
  readonly lanes: readonly MemoryLaneKind[];
  /** Width for the columns, px. */
  readonly available: number;
}

export interface MemoryColumn {
  readonly step: number;
  readonly x: number;
  readonly left: number;
}

export interface MemoryLaneBox {
  readonly kind: MemoryLaneKind;
  readonly top: number;
  readonly height: number;
}

export interface MemoryLayout {
  readonly width: number;
  readonly height: number;
  /** Of every column. */
  readonly pitch: number;
  /** Columns are wide enough for a number of four characters. */
  readonly roomy: boolean;
  readonly columns: readonly MemoryColumn[];
  readonly token: { readonly top: number; readonly height: number };
  readonly lanes: readonly MemoryLaneBox[];
  /** Centre of the row of step numbers. */
  readonly timeY: number;
}

const PITCH = { least: 26, most: 46, roomy: 38 } as const;
const TOKEN = { top: 6, height: 30 } as const;
const HEIGHT: Readonly<Record<MemoryLaneKind, number>> = { gate: 52, state: 84, answer: 52 };
/** With more than this many lanes, they are lower. */
const TALL_LANES = 4;
const LOWER = 0.66;
/** Between two lanes: a line of numbers stands in it where there is room. */
const GAP = 24;
const TIME = 20;

const DOMAIN: Readonly<Record<MemoryLaneKind, readonly [low: number, base: number, high: number]>> = {
  gate: [0, 0, 1],
  state: [-1, 0, 1],
  answer: [0, 0.5, 1],
};

/** Columns of time under one another's lanes, px; pure. */
export function layoutMemory({ steps, lanes, available }: MemoryLanesOptions): MemoryLayout {
  const pitch = Math.max(PITCH.least, Math.min(PITCH.most, Math.floor(available / Math.max(1, steps))));
  const factor = lanes.length > TALL_LANES ? LOWER : 1;
  let bottom = TOKEN.top + TOKEN.height;
  const boxes = lanes.map((kind): MemoryLaneBox => {
    const top = bottom + GAP;
    const height = Math.round(HEIGHT[kind] * factor);
    bottom = top + height;
    return { kind, top, height };
  });
  const timeY = bottom + GAP + TIME / 2;
  return {
    width: steps * pitch,
    height: timeY + TIME / 2,
    pitch,
    roomy: pitch >= PITCH.roomy,
    columns: Array.from({ length: steps }, (_, step) => ({
      step,
      x: (step + 0.5) * pitch,
      left: step * pitch,
    })),
    token: TOKEN,
    lanes: boxes,
    timeY,
  };
}

/** Height of a value in its lane, px from the top of the drawing; what lies beyond the lane's range is clamped. */
export function laneY({ kind, top, height }: MemoryLaneBox, value: number): number {
  const [low, , high] = DOMAIN[kind];
  const share = (Math.max(low, Math.min(high, value)) - low) / (high - low);
  return top + (1 - share) * height;
}

/** Where the lane's bars begin. */
export const laneBase = (box: MemoryLaneBox): number => laneY(box, DOMAIN[box.kind][1]);

/** A bar from the lane's base to the value. */
export function laneBar(box: MemoryLaneBox, value: number): { readonly y: number; readonly height: number } {
  const [base, y] = [laneBase(box), laneY(box, value)];
  return { y: Math.min(base, y), height: Math.abs(base - y) };
}

import type { CellKind } from '../../src/models/cells/types.ts';
import { type Effort, FULL_EFFORT, type Match, QUICK_EFFORT } from './compete.ts';
import { CONTESTANT_IDS, type ContestantId, isContestant, isOurs } from './contestants.ts';
import { type CharacterShape, flopsPerStep } from './shape.ts';

export const CELLS: readonly CellKind[] = ['lstm', 'gru', 'rnn'];
export const SIZES: readonly number[] = [64, 128, 256, 512];

/** What is to be measured; a link says it in its fragment. */
export interface BenchPlan {
  readonly cells: readonly CellKind[];
  /** Hidden units. */
  readonly sizes: readonly number[];
  readonly contestants: readonly ContestantId[];
  /** A tiny network and a few steps: shows that all run and agree; its times say nothing. */
  readonly quick: boolean;
  /** WebGPU on a software adapter too. */
  readonly software: boolean;
}

export const DEFAULT_PLAN: BenchPlan = {
  cells: CELLS,
  sizes: SIZES,
  contestants: CONTESTANT_IDS,
  quick: false,
  software: false,
};

/** The character model of the issue; the quick one is small enough for the slowest of all tiers. */
export const FULL = { vocabulary: 64, batch: 32, steps: 50 };
const QUICK = { vocabulary: 8, batch: 2, steps: 4 };
const QUICK_SIZE = 8;
/** Above, TF.js layers takes seconds a step on a CPU, and our own tiers are compared with one another. */
const LARGEST_CPU_PEER = 128;

/** The matches of a plan, one for each cell and size. */
export function matchesOf(plan: BenchPlan): readonly Match[] {
  const sizes = plan.quick ? [QUICK_SIZE] : plan.sizes;
  const effort: Effort = plan.quick ? QUICK_EFFORT : FULL_EFFORT;
  const shapes: readonly CharacterShape[] = plan.cells.flatMap((cell) =>
    sizes.map((hidden) => ({ cell, hidden, ...(plan.quick ? QUICK : FULL) })),
  );
  return shapes.map((shape) => ({
    shape,
    contestants: plan.contestants.filter((id) => takesPart(id, shape)),
    effort,
    allowSoftware: plan.software,
  }));
}

function takesPart(id: ContestantId, { hidden }: CharacterShape): boolean {
  return id === 'tfjs-layers-cpu' || id === 'tfjs-layers-wasm' ? hidden <= LARGEST_CPU_PEER : true;
}

/** `#cells=lstm&sizes=64,128&with=wasm,js&quick=1`: what differs from the default. */
export function writePlan(plan: BenchPlan): string {
  const parameters = new URLSearchParams();
  if (plan.cells.length < CELLS.length) parameters.set('cells', plan.cells.join());
  if (plan.sizes.length < SIZES.length) parameters.set('sizes', plan.sizes.join());
  if (plan.contestants.length < CONTESTANT_IDS.length) parameters.set('with', plan.contestants.join());
  if (plan.quick) parameters.set('quick', '1');
  if (plan.software) parameters.set('software', '1');
  return `#${parameters.toString().replaceAll('%2C', ',')}`;
}

/** Reads `writePlan`'s fragment; what it does not know it leaves out, and a list of nothing known is the whole list. */
export function readPlan(hash: string): BenchPlan {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const listed = (key: string) => parameters.get(key)?.split(',') ?? [];
  const orAll = <T>(some: readonly T[], all: readonly T[]) => (some.length > 0 ? some : all);
  return {
    cells: orAll(
      CELLS.filter((cell) => listed('cells').includes(cell)),
      CELLS,
    ),
    sizes: orAll(
      SIZES.filter((size) => listed('sizes').includes(`${size}`)),
      SIZES,
    ),
    contestants: orAll(
      CONTESTANT_IDS.filter((id) => listed('with').filter(isContestant).includes(id)),
      CONTESTANT_IDS,
    ),
    quick: parameters.get('quick') === '1',
    software: parameters.get('software') === '1',
  };
}

/** Seconds that a plan will take, roughly: steps as long as on one core of a server. */
export function expectedSeconds(plan: BenchPlan): number {
  return matchesOf(plan).reduce((sum, match) => sum + matchSeconds(match), 0);
}

function matchSeconds({ shape, contestants, effort }: Match): number {
  const { rounds, minimumMs, turnMs } = effort;
  const turn = (id: ContestantId) => Math.max(turnMs / 1000, stepSeconds(id, shape));
  const round = contestants.reduce((sum, id) => sum + turn(id), 0);
  return 2 * round + Math.max(rounds * round, minimumMs / 1000);
}

function stepSeconds(id: ContestantId, shape: CharacterShape): number {
  const flops = flopsPerStep(shape);
  if (id === 'js') return flops / 3e9;
  if (isOurs(id)) return flops / 25e9;
  const launches = shape.steps * (shape.cell === 'rnn' ? 30 : 170);
  return launches * 2e-5 + (id === 'tfjs-layers-cpu' ? flops / 600e6 : 0);
}

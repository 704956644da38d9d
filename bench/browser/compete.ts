import type { Competitor, OpenCompetitor } from './competitor.ts';
import type { ContestantId } from './contestants.ts';
import { type Problem, problemOf } from './problem.ts';
import type { CharacterShape } from './shape.ts';
import { type Summary, summarise } from './statistics.ts';

/** How long to measure. Steps take from milliseconds to seconds, so the work of a turn is given in time. */
export interface Effort {
  /** Turns that each contestant gets at least. */
  readonly rounds: number;
  /** More turns follow until this much time has passed. */
  readonly minimumMs: number;
  readonly maximumRounds: number;
  /** A turn lasts about this long, and a step at least. */
  readonly turnMs: number;
}

export const FULL_EFFORT: Effort = { rounds: 5, minimumMs: 6000, maximumRounds: 15, turnMs: 250 };
export const QUICK_EFFORT: Effort = { rounds: 3, minimumMs: 0, maximumRounds: 3, turnMs: 5 };

/** What came of one contestant at one shape. */
export type Outcome = Measured | Failed;

export interface Measured {
  readonly contestant: ContestantId;
  readonly note: string | null;
  /** Milliseconds a step. */
  readonly time: Summary;
  /** Loss before the first update and before the second, nats: whoever computes the same thing has the same two. */
  readonly losses: readonly [number, number];
}

export interface Failed {
  readonly contestant: ContestantId;
  readonly problem: Problem;
}

export interface Match {
  readonly shape: CharacterShape;
  readonly contestants: readonly ContestantId[];
  readonly effort: Effort;
  readonly allowSoftware: boolean;
}

export type Stage =
  | { readonly stage: 'prepare'; readonly contestant: ContestantId }
  | { readonly stage: 'round'; readonly round: number; readonly contestant: ContestantId };

export interface Referee {
  readonly open: OpenCompetitor;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onStage: (stage: Stage) => void;
}

/** One contestant's way through a match. */
interface Player {
  readonly contestant: ContestantId;
  competitor: Competitor | null;
  problem: Problem | null;
  readonly losses: number[];
  readonly samples: number[];
  /** Steps in a turn. */
  turn: number;
}

const MOST_STEPS = 100;

/**
 * Lets the contestants train by turns, so that a slow spell of the machine falls on all of them; never two at a time. The first
 * step of each warms up and is not counted, nor is the second where it is short. Who fails is out, with the reason.
 * Rejects only when the signal is aborted.
 */
export async function compete(match: Match, referee: Referee): Promise<readonly Outcome[]> {
  const players: Player[] = [];
  try {
    for (const contestant of match.contestants) {
      const player: Player = {
        contestant,
        competitor: null,
        problem: null,
        losses: [],
        samples: [],
        turn: 1,
      };
      players.push(player);
      referee.onStage({ stage: 'prepare', contestant });
      await attempt(player, referee, () => enter(player, match, referee));
    }
    const started = referee.now();
    for (let round = 1; isWanted(round, match.effort, referee.now() - started); round++) {
      for (const player of players) await playRound(player, round, referee);
    }
  } finally {
    for (const { competitor } of players) competitor?.dispose();
  }
  return players.map(outcomeOf);
}

/** Runs a player's part; what it throws is its own problem, unless everything is being stopped. */
async function attempt(player: Player, { signal }: Referee, part: () => Promise<void>): Promise<void> {
  signal.throwIfAborted();
  try {
    await part();
  } catch (error) {
    signal.throwIfAborted();
    player.problem = problemOf(error);
  }
}

async function enter(player: Player, match: Match, { open, signal }: Referee): Promise<void> {
  const { shape, allowSoftware, effort } = match;
  player.competitor = await open(player.contestant, shape, { allowSoftware, signal });
  await warmUp(player, player.competitor, effort);
}

async function playRound(player: Player, round: number, referee: Referee): Promise<void> {
  const { contestant, competitor, problem } = player;
  if (!competitor || problem) return;
  referee.onStage({ stage: 'round', round, contestant });
  await attempt(player, referee, () => takeTurn(player, competitor));
}

function isWanted(round: number, effort: Effort, elapsed: number): boolean {
  if (round <= effort.rounds) return true;
  return round <= effort.maximumRounds && elapsed < effort.minimumMs;
}

/** First steps are slow: code is compiled, memory grows. A step that takes seconds is spent only once. */
async function warmUp(player: Player, competitor: Competitor, { turnMs }: Effort): Promise<void> {
  let took = await uncounted(player, competitor);
  if (took < turnMs) {
    took = await uncounted(player, competitor);
    took = meanOf((await competitor.train(stepsIn(turnMs, took))).milliseconds);
  }
  player.turn = stepsIn(turnMs, took);
}

function stepsIn(turnMs: number, stepMs: number): number {
  return Math.min(MOST_STEPS, Math.max(1, Math.round(turnMs / stepMs)));
}

async function uncounted({ losses }: Player, competitor: Competitor): Promise<number> {
  const { milliseconds, loss } = await competitor.train(1);
  losses.push(loss);
  return meanOf(milliseconds);
}

async function takeTurn({ losses, samples, turn }: Player, competitor: Competitor): Promise<void> {
  const isSecondStep = losses.length < 2;
  const { milliseconds, loss } = await competitor.train(isSecondStep ? 1 : turn);
  if (isSecondStep) losses.push(loss);
  samples.push(...milliseconds);
}

function outcomeOf({ contestant, competitor, problem, samples, losses }: Player): Outcome {
  if (problem) return { contestant, problem };
  if (!competitor) return { contestant, problem: { code: 'crashed', detail: '' } };
  const [first = Number.NaN, second = Number.NaN] = losses;
  return { contestant, note: competitor.note, time: summarise(samples), losses: [first, second] };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

import { type Clock, pauseClock, resetClock, STOPPED, startClock } from './clock.ts';

/** Where a talk stands, whichever window asks. */
export interface Presentation {
  readonly index: number;
  readonly blackout: boolean;
  readonly clock: Clock;
}

export const MOVES = ['next', 'previous', 'first', 'last'] as const;
export type Move = (typeof MOVES)[number];
export const CLOCK_CALLS = ['start', 'pause', 'reset'] as const;
export type ClockCall = (typeof CLOCK_CALLS)[number];

/** What a key, a button or the window of notes asks for. */
export type Command =
  | { readonly kind: Move }
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'blackout' }
  | { readonly kind: 'clock'; readonly call: ClockCall; readonly now: number };

/** How far the talk goes: its stops, and the last one that was prepared (End goes there). */
export interface Extent {
  readonly count: number;
  readonly last: number;
}

const CLOCK = { start: startClock, pause: pauseClock, reset: resetClock } as const;

export const opening = (index: number, clock: Clock = STOPPED): Presentation => ({
  index,
  blackout: false,
  clock,
});

function target(
  index: number,
  command: Exclude<Command, { kind: 'blackout' | 'clock' }>,
  extent: Extent,
): number {
  const to = {
    next: index + 1,
    previous: index - 1,
    first: 0,
    last: extent.last,
    go: command.kind === 'go' ? command.index : index,
  }[command.kind];
  return Math.max(0, Math.min(extent.count - 1, to));
}

/** The talk after a command. Going anywhere shows it: nobody is left in the dark by a clicker. */
export function present(state: Presentation, command: Command, extent: Extent): Presentation {
  if (command.kind === 'blackout') return { ...state, blackout: !state.blackout };
  if (command.kind === 'clock') return { ...state, clock: CLOCK[command.call](state.clock, command.now) };
  return { ...state, index: target(state.index, command, extent), blackout: false };
}

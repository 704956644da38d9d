import {
  operandPlaces,
  placeKey,
  type StackForm,
  type StackPlace,
  stackPlaces,
} from '../../models/cells/schedule.ts';

/** Cells that can be computed at once while words come in one by one, and which answers that completes. */
export interface Moment {
  /** Words that are in: 1 … T. */
  readonly heard: number;
  readonly places: readonly StackPlace[];
  /** Steps whose answer can now be said. */
  readonly said: readonly number[];
}

/** The top cells that an answer is made of. */
function answerPlaces({ layers, directions }: StackForm, step: number): readonly StackPlace[] {
  const chains = directions === 'forward' ? [0] : [0, 1];
  return chains.map((direction) => ({ layer: layers - 1, step, direction }));
}

/**
 * The order in which a stack can be computed when word t comes in at tick t and a cell is computed as soon as its operands
 * are there: within a tick, round after round until nothing more can be done.
 */
export function streamStack(form: StackForm, steps: number): readonly Moment[] {
  const done = new Set<string>();
  const moments: Moment[] = [];
  const has = (place: StackPlace) => done.has(placeKey(place));
  let waiting = stackPlaces(form, steps);
  for (let heard = 1; heard <= steps; heard++) {
    for (;;) {
      const places = waiting.filter(
        (place) => place.step < heard && operandPlaces(form, steps, place).every(has),
      );
      if (places.length === 0) break;
      const before = new Set(done);
      for (const place of places) done.add(placeKey(place));
      waiting = waiting.filter((place) => !has(place));
      const said = Array.from({ length: heard }, (_, step) => step).filter((step) => {
        const needed = answerPlaces(form, step);
        return needed.every(has) && !needed.every((place) => before.has(placeKey(place)));
      });
      moments.push({ heard, places, said });
    }
  }
  return moments;
}

/**
 * The same for one layer both ways with a fixed look-ahead: as soon as `ahead` words behind a word are in, a backward chain
 * is started at the newest one and run down to it, anew for every word. The last word's chain says all that is left.
 */
export function streamAhead(steps: number, ahead: number): readonly Moment[] {
  return Array.from({ length: steps }, (_, t) => tick(t, steps, ahead)).flat();
}

/** What happens when word `newest` (from 0) is in. */
function tick(newest: number, steps: number, ahead: number): readonly Moment[] {
  const heard = newest + 1;
  const forward = { layer: 0, step: newest, direction: 0 };
  const due = newest - ahead;
  const isLast = heard === steps;
  if (due < 0 && !isLast) return [{ heard, places: [forward], said: [] }];
  const lowest = Math.max(0, due);
  return Array.from({ length: newest - lowest + 1 }, (_, i): Moment => {
    const step = newest - i;
    const backward = { layer: 0, step, direction: 1 };
    const isSaid = isLast || step === due;
    return { heard, places: i === 0 ? [forward, backward] : [backward], said: isSaid ? [step] : [] };
  });
}

/** For each step, how many words behind it were in when its answer could be said. */
export function delays(moments: readonly Moment[], steps: number): readonly number[] {
  return Array.from({ length: steps }, (_, step) => {
    const moment = moments.find(({ said }) => said.includes(step));
    return moment ? moment.heard - step - 1 : Number.NaN;
  });
}

/** Rounds of computing that are left when the last word is in; all answers are said at their end. */
export const roundsAtEnd = (moments: readonly Moment[], steps: number): number =>
  moments.filter(({ heard }) => heard === steps).length;

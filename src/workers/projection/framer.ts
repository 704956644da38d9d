import { createBudget } from '../budget.ts';
import type { Framer, FramerParts } from '../loop.ts';
import { RunError } from '../run-error.ts';
import type { Scheduler } from '../scheduler.ts';
import type { MapEngine } from './map-engine.ts';
import type { ProjectionFrameMessage } from './protocol.ts';

export type BareProjectionFrame = Omit<ProjectionFrameMessage, 'run'>;

export interface ProjectionFramerOptions extends FramerParts<BareProjectionFrame> {
  readonly scheduler: Scheduler;
  readonly map: () => { readonly engine: MapEngine; readonly revision: number; readonly until: number };
}

/** Share of the time that measuring the divergence may take, and iterations between two measurements at least. */
const SHARE = 0.05;
const EVERY = 10;

/** Frames of a map: the places of all points, and now and then the divergence. */
export function createProjectionFramer(options: ProjectionFramerOptions): Framer {
  const { scheduler, map, moment, send } = options;
  const budget = createBudget(SHARE);
  const credits: (ArrayBuffer | null)[] = [];
  let isOwed = true;
  let framed = -1;
  let measured = Number.NEGATIVE_INFINITY;
  const measure = async (engine: MapEngine): Promise<number | null> => {
    const { iteration } = engine;
    if (iteration < measured) measured = Number.NEGATIVE_INFINITY;
    const begun = scheduler.now();
    const isTime = iteration >= measured + EVERY && budget.isAffordable(begun);
    if (!engine.divergence || iteration === measured || !(isOwed || isTime)) return null;
    const divergence = await engine.divergence();
    measured = iteration;
    budget.spend(begun, scheduler.now());
    return Number.isFinite(divergence) ? divergence : null;
  };
  return {
    credit(buffer) {
      credits.push(buffer);
    },
    owe() {
      isOwed = true;
    },
    isDue: () => credits.length > 0 && (isOwed || map().engine.iteration !== framed),
    async send() {
      const { engine, revision, until } = map();
      const divergence = await measure(engine);
      const { iteration } = engine;
      const positions = copyPlaces(engine.positions(), credits.shift() ?? null, iteration);
      isOwed = false;
      framed = iteration;
      const { stepsPerSecond, playing, command } = moment();
      const isRest = iteration > 0 && iteration % until === 0;
      const done = !playing && (engine.isDone() || isRest);
      const frame = { iteration, positions, revision, divergence, rate: stepsPerSecond };
      send({ type: 'frame', ...frame, playing, command, done }, [positions.buffer]);
    },
  };
}

/** Throws `RunError` where a number is none: what is on screen is always a place. */
function copyPlaces(
  places: Float32Array,
  buffer: ArrayBuffer | null,
  iteration: number,
): Float32Array<ArrayBuffer> {
  const fits = buffer?.byteLength === places.byteLength;
  const copy = fits ? new Float32Array(buffer) : new Float32Array(places.length);
  copy.set(places);
  for (const x of copy) {
    if (!Number.isFinite(x)) {
      throw new RunError({ code: 'diverged', step: iteration, what: 'parameters', value: x });
    }
  }
  return copy;
}

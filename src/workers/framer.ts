import { createBudget } from './budget.ts';
import type { HeldOutMeter } from './held-out.ts';
import type { Framer, FramerParts } from './loop.ts';
import type { Frame, ProbeResult, Trainer } from './protocol.ts';
import type { Scheduler } from './scheduler.ts';

/** A frame without its run's id. */
export type BareFrame = Omit<Frame, 'run'>;

export interface FramerOptions extends FramerParts<BareFrame> {
  readonly trainer: Trainer;
  /** Length of a snapshot: numbers, not bytes. */
  readonly parameterCount: number;
  readonly scheduler: Scheduler;
  /** The probe sentence under a snapshot; null when there is none. */
  readonly probe: (parameters: Float64Array) => ProbeResult | null;
  readonly heldOut: HeldOutMeter;
}

/** Up to so many numbers a snapshot costs nothing worth mentioning: every frame carries them. */
const ALWAYS = 2 ** 16;
/** Share of the time that snapshots of more may take, the probe's sentence included. */
const SHARE = 0.05;

/** Frames of a recurrent run; those of a large model carry its parameters only now and then. */
export function createFramer(options: FramerOptions): Framer {
  const { trainer, parameterCount, scheduler, probe, heldOut, moment, send } = options;
  const credits: (ArrayBuffer | null)[] = [];
  const budget = createBudget(SHARE);
  let spare: ArrayBuffer | null = null;
  let isOwed = true;
  let framedStep = trainer.stepsDone;
  const carry = async () => {
    const begun = scheduler.now();
    const parameters = new Float64Array(fitting(spare, parameterCount * Float64Array.BYTES_PER_ELEMENT));
    spare = null;
    await trainer.snapshot(parameters);
    const carried = { probe: probe(parameters), parameters: parameters.buffer };
    budget.spend(begun, scheduler.now());
    return carried;
  };
  return {
    credit(buffer) {
      credits.push(buffer);
    },
    owe() {
      isOwed = true;
    },
    isDue: () => credits.length > 0 && (isOwed || trainer.stepsDone !== framedStep),
    async send() {
      spare = credits.shift() ?? spare;
      const carries = isOwed || parameterCount <= ALWAYS || budget.isAffordable(scheduler.now());
      isOwed = false;
      framedStep = trainer.stepsDone;
      const { latest, since } = await trainer.stats();
      const carried = carries ? await carry() : { probe: null, parameters: null };
      const frame = { stats: latest, curve: since, ...moment(), heldOut: heldOut.take(), ...carried };
      send({ type: 'frame', ...frame }, carried.parameters ? [carried.parameters] : []);
    },
  };
}

function fitting(buffer: ArrayBuffer | null, bytes: number): ArrayBuffer {
  return buffer?.byteLength === bytes ? buffer : new ArrayBuffer(bytes);
}

import { isLent } from '../workers/client.ts';
import type { Frame, LossPoint, ProbeResult } from '../workers/protocol.ts';
import type { RunFrame } from './run-state.ts';
import { createThrottle, type Throttle, type Time } from './throttle.ts';

/** Parameters and what was computed with them. Nothing here changes afterwards. */
export interface Carried {
  readonly parameters: Float64Array;
  readonly probe: ProbeResult | null;
  /** Optimiser steps behind them. */
  readonly step: number;
}

/** What a run shows of one moment. */
export interface ShownFrame extends Pick<Frame, 'stats' | 'playing' | 'stepsPerSecond' | 'heldOut'> {
  /** The newest that came since the last shown frame; null when no frame carried any (those of large models seldom do). */
  readonly carried: Carried | null;
  /** Every step since the last shown frame (thinned). */
  readonly points: readonly LossPoint[];
}

/** Shows the latest frame at most every `intervalMs`; copies what goes back to the worker when `receive` returns. */
export function createFrameThrottle(
  show: (frame: ShownFrame) => void,
  time?: Time,
  intervalMs?: number,
): Throttle<Frame> {
  return createThrottle({ take, show, time, intervalMs });
}

/** The frame as it may be kept. What was never shown is overwritten, its points are not lost. */
function take(frame: Frame, before: ShownFrame | null): ShownFrame {
  const { stats, playing, stepsPerSecond, curve, heldOut: fresh } = frame;
  const points = before ? [...before.points, ...curve] : curve;
  const heldOut = before ? [...before.heldOut, ...fresh] : fresh;
  const earlier = before?.carried ?? null;
  return { stats, playing, stepsPerSecond, heldOut, points, carried: takeCarried(frame, earlier) ?? earlier };
}

function takeCarried({ parameters, probe, stats }: Frame, before: Carried | null): Carried | null {
  if (!parameters) return null;
  const values = new Float64Array(parameters);
  if (!isLent(parameters)) return { parameters: values, probe, step: stats.step };
  const isSame = before?.parameters.length === values.length;
  const copy = isSame ? before.parameters : new Float64Array(values.length);
  copy.set(values);
  return { parameters: copy, probe, step: stats.step };
}

/** What is shown with a moment: what came with it, else what is shown already. */
export function numbersOf(
  carried: Carried | null,
  before: RunFrame | null,
  step: number,
): Pick<RunFrame, 'probe' | 'parametersStep'> {
  if (carried) return { probe: carried.probe, parametersStep: carried.step };
  return { probe: before?.probe ?? null, parametersStep: before?.parametersStep ?? step };
}

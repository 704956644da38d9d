import { inspectCheckpoint } from '../workers/client.ts';

/** Optimiser steps behind a saved state; null when the bytes are none. */
export function checkpointStep(bytes: Uint8Array): number | null {
  const read = inspectCheckpoint(bytes);
  return read.ok ? read.facts.step : null;
}

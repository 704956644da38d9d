import { readCheckpoint } from '../workers/client.ts';

/** Optimiser steps behind a saved state; null when the bytes are none. */
export function checkpointStep(bytes: Uint8Array): number | null {
  const read = readCheckpoint(bytes);
  return read.ok ? read.checkpoint.step : null;
}

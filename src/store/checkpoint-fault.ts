import { configTextHash, isStateOf, readCheckpoint } from '../workers/client.ts';
import type { CheckpointFault, RunConfig } from '../workers/protocol.ts';

/**
 * What is wrong with bytes as a state of the run that `config` describes, or null: asked before anything is given up for them.
 * With `isTextKnown` false the config's text does not count.
 */
export function checkpointFault(
  bytes: Uint8Array,
  config: RunConfig,
  isTextKnown: boolean,
): CheckpointFault | null {
  const read = readCheckpoint(bytes);
  if (!read.ok) return read.fault;
  const checkpoint = isTextKnown ? read.checkpoint : { ...read.checkpoint, textHash: configTextHash(config) };
  return isStateOf(checkpoint, config) ? null : 'other-run';
}

import { configTextHash, inspectCheckpoint, isStateOf } from '../workers/client.ts';
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
  const read = inspectCheckpoint(bytes);
  if (!read.ok) return read.fault;
  const facts = isTextKnown ? read.facts : { ...read.facts, textHash: configTextHash(config) };
  return isStateOf(facts, config) ? null : 'other-run';
}

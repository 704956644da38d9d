/** The bytes of a run's state, for those who write models into files and open them again. */
export { type Checkpoint, configTextHash, readCheckpoint, writeCheckpoint } from '../workers/client.ts';

import { canonicalJson } from '../models/canonical.ts';
import type { CellState } from '../models/cells/types.ts';
import { type CheckpointFile, type Numbers, readFile, writeFile } from './checkpoint-file.ts';
import { hashText } from './hash.ts';
import { joined } from './numbers.ts';
import type { CheckpointFault, RunConfig, StepStats, Tier } from './protocol.ts';

/** All about a state but its numbers. */
export interface CheckpointFacts {
  /** Where it was made; any tier can go on from it. */
  readonly tier: Tier;
  readonly step: number;
  /** As it was at this step: learning rate and clipping may have changed since the start. The text is left out. */
  readonly config: RunConfig;
  readonly textHash: number;
  readonly vocabularyHash: number;
  /** Where the next batch begins in the text's streams; 0 for recall. */
  readonly position: number;
  /** The generator's four words. */
  readonly generator: Uint32Array;
  readonly stats: StepStats;
}

/** Everything that a run's next steps depend on, besides the text itself. */
export interface Checkpoint extends CheckpointFacts {
  /** Flat, in the model's layout. */
  readonly parameters: Float64Array;
  /** `Optimizer.state()`. */
  readonly optimizer: Float64Array;
  /** State carried from batch to batch, one a layer; empty when none is carried. */
  readonly carried: readonly CellState[];
}

/** The same as a trainer holds it: numbers in its own precision, which is that of `parameters`. */
export interface TrainerState extends CheckpointFacts {
  readonly parameters: Numbers;
  /** Steps done and learning rate: what `Optimizer.state()` begins with. */
  readonly optimizer: readonly [number, number];
  /** What follows there, in any number of parts. */
  readonly moments: readonly Numbers[];
  readonly carried: readonly { readonly hidden: Numbers; readonly cell: Numbers }[];
}

export type CheckpointResult =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly fault: CheckpointFault };
export type FactsResult =
  | { readonly ok: true; readonly facts: CheckpointFacts }
  | { readonly ok: false; readonly fault: CheckpointFault };

/** Numbers before the moments in `Optimizer.state()`. */
const HEAD = 2;

/** The config as a checkpoint keeps it: a text may be megabytes, its hash will do. */
export function withoutText(config: RunConfig): RunConfig {
  if (config.task.kind !== 'next-symbol') return config;
  return { ...config, task: { ...config.task, text: '' } };
}

/** The last text: a page asks for the hash of the same one again and again, and it may be megabytes. */
let hashed = { text: '', hash: hashText('') };

export function configTextHash({ task }: RunConfig): number {
  if (task.kind !== 'next-symbol') return 0;
  if (task.text !== hashed.text) hashed = { text: task.text, hash: hashText(task.text) };
  return hashed.hash;
}

export function writeCheckpoint({ optimizer, ...rest }: Checkpoint): Uint8Array<ArrayBuffer> {
  const [steps = 0, rate = 0] = optimizer;
  return writeTrainerState({ ...rest, optimizer: [steps, rate], moments: [optimizer.subarray(HEAD)] });
}

/** Sections: parameters, moments in one, and of each layer the hidden and the cell state. The buffer may be transferred. */
export function writeTrainerState(state: TrainerState): Uint8Array<ArrayBuffer> {
  const { generator, parameters, moments, carried, ...facts } = state;
  const header = { ...facts, config: withoutText(facts.config), generator: [...generator] };
  const states = carried.flatMap(({ hidden, cell }) => [hidden, cell]);
  const precision = parameters instanceof Float32Array ? 32 : 64;
  return writeFile({ ...header, moments: moments.length }, precision, [parameters, ...moments, ...states]);
}

/** Never throws on bytes of any kind: what is wrong comes back as a value. */
export function readCheckpoint(bytes: Uint8Array): CheckpointResult {
  const read = readFile(bytes);
  if (!read.ok) return read;
  const { file } = read;
  const [parameters = new Float64Array(0), ...rest] = file.sections();
  const optimizer = file.version === 1 ? (rest.shift() ?? new Float64Array(0)) : joinOptimizer(file, rest);
  const carried: CellState[] = [];
  for (let i = 0; i + 1 < rest.length; i += 2) carried.push({ hidden: rest[i]!, cell: rest[i + 1]! });
  return { ok: true, checkpoint: { ...factsOf(file), parameters, optimizer, carried } };
}

/** Takes the moments' sections from the front of `rest`. */
function joinOptimizer({ header }: CheckpointFile, rest: Float64Array[]): Float64Array {
  const { optimizer, moments } = header as Partial<Pick<TrainerState, 'optimizer'>> & { moments?: number };
  return joined([optimizer ?? [0, 0], ...rest.splice(0, moments ?? 0)]);
}

/** What is said about a state, checked like the whole but without its numbers being copied. */
export function inspectCheckpoint(bytes: Uint8Array): FactsResult {
  const read = readFile(bytes);
  return read.ok ? { ok: true, facts: factsOf(read.file) } : read;
}

/** The same of bytes that come straight from the worker; null where they are none. */
export function checkpointFacts(bytes: Uint8Array): CheckpointFacts | null {
  const read = readFile(bytes, { verify: false });
  return read.ok ? factsOf(read.file) : null;
}

function factsOf({ header }: CheckpointFile): CheckpointFacts {
  const { generator, precision, sections, optimizer, moments, ...facts } = header;
  return {
    ...(facts as unknown as CheckpointFacts),
    generator: Uint32Array.from((generator ?? []) as readonly number[]),
  };
}

/** What must be equal for a checkpoint to go on under a config: everything but learning rate and clipping. */
function identity(config: RunConfig): string {
  const { clip: _clip, optimizer, ...rest } = withoutText(config);
  return canonicalJson({ ...rest, optimizer: { ...optimizer, learningRate: 0 } });
}

/** Equal for equal configs, texts included; short whatever the text. The learning rate may change under way and does not count. */
export function configFingerprint(config: RunConfig): string {
  const { optimizer, ...rest } = withoutText(config);
  return `${configTextHash(config)} ${canonicalJson({ ...rest, optimizer: { ...optimizer, learningRate: 0 } })}`;
}

/**
 * Whether `checkpoint` is a state of the run that `config` describes; its learning rate and clipping may differ. The hash stands
 * for a text that is no longer in the config.
 */
export function isStateOf(
  checkpoint: Pick<CheckpointFacts, 'config' | 'textHash'>,
  config: RunConfig,
  textHash = configTextHash(config),
): boolean {
  return identity(checkpoint.config) === identity(config) && checkpoint.textHash === textHash;
}

import type { CellState } from '../models/cells/types.ts';
import { hashBytes, hashText } from './hash.ts';
import type { CheckpointFault, RunConfig, StepStats, Tier } from './protocol.ts';

/** Everything that a run's next steps depend on, besides the text itself. */
export interface Checkpoint {
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
  /** Flat, in the model's layout. */
  readonly parameters: Float64Array;
  /** `Optimizer.state()`. */
  readonly optimizer: Float64Array;
  /** State carried from batch to batch, one a layer; empty when none is carried. */
  readonly carried: readonly CellState[];
}

export type CheckpointResult =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly fault: CheckpointFault };

/*
 * Layout, little-endian: magic, version, length of the header in bytes, hash of everything after these 16 bytes (four
 * 32-bit words); the header (JSON, UTF-8, padded with spaces to a multiple of 8); then the sections, Float64 end to end:
 * parameters, optimiser, and of each layer the hidden and the cell state.
 */
const MAGIC = 0x4c524e55;
const VERSION = 1;
const PREFIX = 16;

type Header = Omit<Checkpoint, 'generator' | 'parameters' | 'optimizer' | 'carried'> & {
  readonly generator: readonly number[];
  /** Length of each section, in numbers. */
  readonly sections: readonly number[];
};

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

export function writeCheckpoint(checkpoint: Checkpoint): Uint8Array {
  const { generator, parameters, optimizer, carried, ...rest } = checkpoint;
  const sections = [parameters, optimizer, ...carried.flatMap(({ hidden, cell }) => [hidden, cell])];
  const header: Header = {
    ...rest,
    config: withoutText(rest.config),
    generator: [...generator],
    sections: sections.map(({ length }) => length),
  };
  const text = padded(new TextEncoder().encode(JSON.stringify(header)));
  const numbers = sections.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(PREFIX + text.length + numbers * Float64Array.BYTES_PER_ELEMENT);
  bytes.set(text, PREFIX);
  let offset = PREFIX + text.length;
  for (const section of sections) {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offset);
    offset += section.byteLength;
  }
  new Uint32Array(bytes.buffer, 0, 4).set([MAGIC, VERSION, text.length, hashBytes(bytes.subarray(PREFIX))]);
  return bytes;
}

function padded(text: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.ceil(text.length / 8) * 8).fill(0x20);
  result.set(text);
  return result;
}

/** Never throws on bytes of any kind: what is wrong comes back as a value. */
export function readCheckpoint(bytes: Uint8Array): CheckpointResult {
  // A copy begins at offset 0, as typed arrays need.
  const { buffer } = Uint8Array.from(bytes);
  if (bytes.length < PREFIX) return { ok: false, fault: 'not-a-checkpoint' };
  const [magic, version, headerLength = 0, hash] = new Uint32Array(buffer, 0, 4);
  if (magic !== MAGIC) return { ok: false, fault: 'not-a-checkpoint' };
  if (version !== VERSION) return { ok: false, fault: 'other-version' };
  if (PREFIX + headerLength > bytes.length) return { ok: false, fault: 'truncated' };
  const header = parseHeader(new Uint8Array(buffer, PREFIX, headerLength));
  if (!header) return { ok: false, fault: 'damaged' };
  const start = PREFIX + headerLength;
  const numbers = header.sections.reduce((sum, length) => sum + length, 0);
  const missing = bytes.length - start - numbers * Float64Array.BYTES_PER_ELEMENT;
  if (missing < 0) return { ok: false, fault: 'truncated' };
  if (missing > 0 || hashBytes(new Uint8Array(buffer, PREFIX)) !== hash)
    return { ok: false, fault: 'damaged' };
  return { ok: true, checkpoint: assemble(header, new Float64Array(buffer, start, numbers)) };
}

function parseHeader(text: Uint8Array): Header | null {
  try {
    const header: Partial<Header> | null = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
    const isWhole = Array.isArray(header?.sections) && header.sections.every(isLength);
    return isWhole ? (header as Header) : null;
  } catch {
    return null;
  }
}

function isLength(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function assemble({ sections, generator, ...rest }: Header, numbers: Float64Array): Checkpoint {
  let offset = 0;
  const arrays = sections.map((length) => {
    offset += length;
    return numbers.slice(offset - length, offset);
  });
  const [parameters = new Float64Array(0), optimizer = new Float64Array(0), ...states] = arrays;
  const carried: CellState[] = [];
  for (let i = 0; i + 1 < states.length; i += 2) carried.push({ hidden: states[i]!, cell: states[i + 1]! });
  return { ...rest, generator: Uint32Array.from(generator), parameters, optimizer, carried };
}

/** What must be equal for a checkpoint to go on under a config: everything but learning rate and clipping. */
function identity(config: RunConfig): string {
  const { clip: _clip, optimizer, ...rest } = withoutText(config);
  return canonical({ ...rest, optimizer: { ...optimizer, learningRate: 0 } });
}

/** Equal for equal configs, texts included; short whatever the text. The learning rate may change under way and does not count. */
export function configFingerprint(config: RunConfig): string {
  const { optimizer, ...rest } = withoutText(config);
  return `${configTextHash(config)} ${canonical({ ...rest, optimizer: { ...optimizer, learningRate: 0 } })}`;
}

/** JSON with its keys in order: equal values give equal strings. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/**
 * Whether `checkpoint` is a state of the run that `config` describes; its learning rate and clipping may differ. The hash stands
 * for a text that is no longer in the config.
 */
export function isStateOf(
  checkpoint: Checkpoint,
  config: RunConfig,
  textHash = configTextHash(config),
): boolean {
  return identity(checkpoint.config) === identity(config) && checkpoint.textHash === textHash;
}

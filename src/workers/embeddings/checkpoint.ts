import { canonicalJson } from '../../models/canonical.ts';
import { type CheckpointFile, type Numbers, readFile, writeFile } from '../checkpoint-file.ts';
import { hashText } from '../hash.ts';
import type { CheckpointFault, Tier } from '../protocol.ts';
import { RunError } from '../run-error.ts';
import type { SavedNumbers, TrainerNumbers } from './method.ts';
import type { EmbeddingConfig, EmbeddingStats, EmbeddingText } from './protocol.ts';

/** All about a state but its numbers. */
export interface EmbeddingFacts {
  readonly tier: Tier;
  readonly stats: EmbeddingStats;
  /** As it was asked for. The text is left out. */
  readonly config: EmbeddingConfig;
  readonly textHash: number;
}

export interface EmbeddingCheckpoint extends EmbeddingFacts {
  readonly saved: SavedNumbers;
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: CheckpointFault };

/** What tells these files from a recurrent run's. */
const KIND = 'embeddings';

/** Throws `RunError` rather than write numbers that are not finite. The buffer may be transferred. */
export function writeEmbeddingCheckpoint(
  facts: Omit<EmbeddingFacts, 'stats'>,
  { stats, facts: own, precision, sections }: TrainerNumbers,
): Uint8Array<ArrayBuffer> {
  if (!sections.every(areFinite)) {
    throw new RunError({ code: 'diverged', step: stats.step, learningRate: stats.learningRate });
  }
  const config = withoutText(facts.config);
  return writeFile({ ...facts, config, kind: KIND, stats, own }, precision, sections);
}

function areFinite(numbers: Numbers): boolean {
  for (let i = 0; i < numbers.length; i++) if (!Number.isFinite(numbers[i]!)) return false;
  return true;
}

/** Never throws on bytes of any kind: what is wrong comes back as a value. */
export function readEmbeddingCheckpoint(bytes: Uint8Array): Read<EmbeddingCheckpoint> {
  const read = checked(bytes, true);
  if (!read.ok) return read;
  const { file, facts } = read.value;
  const own = file.header['own'] as SavedNumbers['facts'];
  return {
    ok: true,
    value: { ...facts, saved: { stats: facts.stats, facts: own, sections: file.sections() } },
  };
}

/** What is said about a state, without its numbers being copied. `verify` false: bytes straight from the worker. */
export function inspectEmbeddings(bytes: Uint8Array, verify = true): Read<EmbeddingFacts> {
  const read = checked(bytes, verify);
  return read.ok ? { ok: true, value: read.value.facts } : read;
}

function checked(
  bytes: Uint8Array,
  verify: boolean,
): Read<{ readonly file: CheckpointFile; readonly facts: EmbeddingFacts }> {
  const read = readFile(bytes, { verify });
  if (!read.ok) return read;
  const { header } = read.file;
  if (header['kind'] !== KIND) return { ok: false, fault: 'other-run' };
  const { tier, config, textHash } = header as unknown as EmbeddingFacts;
  const stats = readStats(header['stats'] as EmbeddingStats);
  return { ok: true, value: { file: read.file, facts: { tier, stats, config, textHash } } };
}

/** JSON writes a number that is none as null. */
function readStats(stats: EmbeddingStats): EmbeddingStats {
  return { ...stats, loss: stats.loss ?? Number.NaN };
}

function withoutText(config: EmbeddingConfig): EmbeddingConfig {
  return { ...config, source: { ...config.source, text: '' } };
}

/** Texts that may be megabytes are hashed once for as long as their runs are there. */
const hashes = new WeakMap<EmbeddingText, number>();

export function textHashOf({ source }: EmbeddingConfig): number {
  const hash = hashes.get(source) ?? hashText(source.text);
  hashes.set(source, hash);
  return hash;
}

/** Equal for equal configs, texts included; short whatever the text. The learning rate may change under way and does not count. */
export function embeddingFingerprint(config: EmbeddingConfig, textHash = textHashOf(config)): string {
  return `${textHash} ${canonicalJson({ ...withoutText(config), learningRate: 0 })}`;
}

/** Whether `facts` are of a state of the run that `config` describes; the learning rate may differ. */
export function isStateOfEmbeddings(
  facts: Pick<EmbeddingFacts, 'config' | 'textHash'>,
  config: EmbeddingConfig,
  textHash = textHashOf(config),
): boolean {
  return embeddingFingerprint(facts.config, facts.textHash) === embeddingFingerprint(config, textHash);
}

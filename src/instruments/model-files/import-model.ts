import type { Tensor } from '../../models/convert/conversion.ts';
import { fileKind, KIND_BYTES } from '../../models/convert/file-kind.ts';
import type { StackModel } from '../../models/convert/torch-state.ts';
import { readTorchState } from '../../models/convert/torch-state-read.ts';
import type { NetworkFault } from '../network-files/fault-text.ts';
import { type ReadLimits, readFile, type WeightsFile } from '../network-files/read-file.ts';
import { type DescriptionFault, isDescription, readDescription } from './description.ts';
import { type ForeignFault, foreignModel } from './foreign-model.ts';
import {
  type ImportedModel,
  type ImportNote,
  MODEL_KEY,
  type ModelDescription,
  TRAINING_KEY,
  TRAINING_PREFIX,
} from './model-files.ts';
import { readTraining } from './training-state.ts';

/** Why files do not open as a language model. Nothing has changed when this comes back. */
export type ImportFault =
  | NetworkFault
  | ForeignFault
  | DescriptionFault
  /** JSON alone; `found` are the files' names. */
  | { readonly code: 'no-weights'; readonly found: readonly string[] }
  | {
      readonly code: 'several-files';
      readonly kind: 'safetensors' | 'json';
      readonly names: readonly string[];
    }
  /** Tensors that say nothing of tokens, and no JSON beside them. */
  | { readonly code: 'no-vocabulary' }
  | { readonly code: 'no-json'; readonly name: string; readonly detail: string }
  /** The JSON is of another model than the safetensors file says that it is. */
  | { readonly code: 'not-together'; readonly weights: string; readonly json: string }
  /** A size of the description that the tensors do not have. */
  | {
      readonly code: 'other-size';
      readonly what: 'vocabulary' | 'classes' | 'hidden' | 'layers' | 'cell' | 'directions';
      readonly expected: string;
      readonly found: string;
    };

export type ImportResult =
  | { readonly ok: true; readonly model: ImportedModel }
  | { readonly ok: false; readonly fault: ImportFault };

/** What files leave open. */
export interface ImportChoices {
  readonly nonlinearity?: 'tanh' | 'relu';
  /** The recurrent module, by what stands in front of `weight_ih_l0`. */
  readonly prefix?: string;
}

/** A file as a browser has it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Blob;
}

/** What was read of the files: opened again under other choices without being read again. */
export interface ReadFiles {
  readonly weights: WeightsFile;
  /** Parsed JSON of a file beside the weights. */
  readonly json: { readonly name: string; readonly value: unknown } | null;
}

const MiB = 2 ** 20;
/** 50 million numbers, more than any model of the Training lab with Adam's moments has. */
const LIMITS: ReadLimits = { tensor: 400 * MiB, bytes: 800 * MiB };
const MOST_JSON = 64 * MiB;

const refused = (fault: ImportFault): { readonly ok: false; readonly fault: ImportFault } => ({
  ok: false,
  fault,
});

/** The language model in one safetensors file of ours, or in one of anybody with a JSON file of its tokens beside it. */
export async function importModel(
  files: readonly GivenFile[],
  choices: ImportChoices = {},
): Promise<ImportResult> {
  const read = await readFiles(files);
  return read.ok ? openFiles(read.files, choices) : read;
}

/** Reads what was chosen: one file of tensors, and at most one of JSON. */
export async function readFiles(
  files: readonly GivenFile[],
): Promise<
  { readonly ok: true; readonly files: ReadFiles } | { readonly ok: false; readonly fault: ImportFault }
> {
  try {
    const kinds = await Promise.all(files.map(isJson));
    const [json, ...otherJson] = files.filter((_, index) => kinds[index]);
    const [weights, ...others] = files.filter((_, index) => !kinds[index]);
    if (!weights) return refused({ code: 'no-weights', found: files.map(({ name }) => name) });
    if (others.length > 0) return refused(several('safetensors', [weights, ...others]));
    if (json && otherJson.length > 0) return refused(several('json', [json, ...otherJson]));
    const read = await readFile(weights.bytes, weights.name, LIMITS);
    if (!read.ok) return read;
    const parsed = json ? await parseFile(json) : null;
    if (parsed && 'code' in parsed) return refused(parsed);
    return { ok: true, files: { weights: read.file, json: parsed } };
  } catch {
    return refused({ code: 'unreadable' });
  }
}

async function isJson({ name, bytes }: GivenFile): Promise<boolean> {
  const head = new Uint8Array(await bytes.slice(0, KIND_BYTES).arrayBuffer());
  const kind = fileKind(head, name);
  return kind === 'json' || (/\.json$/i.test(name) && kind !== 'safetensors' && kind !== 'empty');
}

function several(kind: 'safetensors' | 'json', files: readonly GivenFile[]): ImportFault {
  return { code: 'several-files', kind, names: files.map(({ name }) => name) };
}

async function parseFile({ name, bytes }: GivenFile): Promise<NonNullable<ReadFiles['json']> | ImportFault> {
  if (bytes.size > MOST_JSON) return { code: 'too-big', atMost: MOST_JSON, found: bytes.size };
  return parseJson(name, await bytes.text());
}

function parseJson(
  name: string,
  text: string,
): { readonly name: string; readonly value: unknown } | ImportFault {
  try {
    return { name, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return { code: 'no-json', name, detail: error instanceof Error ? error.message : '' };
  }
}

/** The model in files that were read. Nothing is thrown. */
export function openFiles({ weights, json }: ReadFiles, choices: ImportChoices = {}): ImportResult {
  const name = weights.name.replace(/\.safetensors$/i, '');
  if (json && !isDescription(json.value)) {
    const opened = foreignModel(withoutTraining(weights), json.value, name, choices);
    return opened.ok ? opened : refused(opened.fault);
  }
  const described = describedBy(weights, json);
  return 'code' in described ? refused(described) : ownModel(weights, described, name);
}

/** What a file says of itself, or the JSON beside it, which may have been edited but is of the same tokens. */
function describedBy(weights: WeightsFile, json: ReadFiles['json']): ModelDescription | ImportFault {
  const inside = weights.metadata.get(MODEL_KEY);
  const own = inside === undefined ? null : parseJson(weights.name, inside);
  const given = json ?? own;
  if (!given) return { code: 'no-vocabulary' };
  if ('code' in given) return given;
  const read = readDescription(given.value);
  if (!read.ok) return read.fault;
  const other = json && own && 'value' in own ? readDescription(own.value) : null;
  if (json && other?.ok && !isSameVocabulary(other.description, read.description)) {
    return { code: 'not-together', weights: weights.name, json: json.name };
  }
  return read.description;
}

function isSameVocabulary(a: ModelDescription, b: ModelDescription): boolean {
  const [tokens, others] = [a.vocabulary.tokens, b.vocabulary.tokens];
  return tokens.length === others.length && tokens.every((token, id) => token === others[id]);
}

function withoutTraining(file: WeightsFile): WeightsFile {
  const own = [...file.tensors].filter(([name]) => !name.startsWith(TRAINING_PREFIX));
  return { ...file, tensors: new Map(own) };
}

function ownModel(weights: WeightsFile, description: ModelDescription, fileName: string): ImportResult {
  const read = readTorchState(withoutTraining(weights));
  if (!read.ok) return refused(read.fault);
  const broken = read.notes.find((note) => note.code === 'not-finite');
  if (broken) return refused(broken);
  const { spec, head } = read.model;
  const misfit = sizeFault(description, read.model);
  if (misfit) return refused(misfit);
  const { name, config, vocabulary, step, devLoss, text, rounded } = description;
  const parameters = joined(read.model.parameters, head);
  const training = trainingOf(weights, description, parameters);
  return {
    ok: true,
    model: {
      name: name || fileName,
      origin: 'unrolled',
      config,
      shape: { spec: spec.cell, vocabulary: spec.inputs, hidden: spec.hidden, layers: spec.layers },
      vocabulary,
      parameters,
      step,
      devLoss,
      text,
      checkpoint: training.checkpoint,
      notes: [...(rounded ? [{ code: 'rounded' } as const] : []), ...training.notes],
    },
  };
}

/** Flat, the read-out behind the layers. */
function joined(parameters: Float64Array, head: StackModel['head']): Float64Array {
  const [weights, bias] = [head?.weights ?? new Float64Array(0), head?.bias ?? new Float64Array(0)];
  const flat = new Float64Array(parameters.length + weights.length + bias.length);
  flat.set(parameters);
  flat.set(weights, parameters.length);
  flat.set(bias, parameters.length + weights.length);
  return flat;
}

/** The first size in which tensors and description differ. */
function sizeFault({ config, vocabulary }: ModelDescription, { spec, head }: StackModel): ImportFault | null {
  const { length } = vocabulary.tokens;
  const sizes = [
    ['directions', 'forward', spec.directions],
    ['cell', JSON.stringify(config.cell), JSON.stringify(spec.cell)],
    ['layers', config.layers, spec.layers],
    ['hidden', config.hidden, spec.hidden],
    ['vocabulary', length, spec.inputs],
    ['classes', length, head?.bias.length ?? 0],
  ] as const;
  const wrong = sizes.find(([, expected, found]) => expected !== found);
  if (!wrong) return null;
  const [what, expected, found] = wrong;
  return { code: 'other-size', what, expected: String(expected), found: String(found) };
}

function trainingOf(
  { metadata, tensors }: WeightsFile,
  { config }: ModelDescription,
  parameters: Float64Array,
): { readonly checkpoint: Uint8Array | null; readonly notes: readonly ImportNote[] } {
  const json = metadata.get(TRAINING_KEY);
  if (json === undefined) return { checkpoint: null, notes: [{ code: 'no-training' }] };
  const read = readTraining(json, tensors as ReadonlyMap<string, Tensor>, { config, parameters });
  if (read.ok) return { checkpoint: read.checkpoint, notes: [] };
  const { path, expected, found } = read.fault;
  return { checkpoint: null, notes: [{ code: 'training-dropped', path, expected, found }] };
}

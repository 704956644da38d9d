import { LAB_LIMITS, type TooLarge } from '../../../instruments/gate-lab/limits.ts';
import { describedIn } from '../../../instruments/model-files/description.ts';
import type { NetworkFault } from '../../../instruments/network-files/fault-text.ts';
import type { WeightsFile } from '../../../instruments/network-files/read-file.ts';
import { outputWidth, type StackSpec } from '../../../models/cells/stack.ts';
import type { Tensor } from '../../../models/convert/conversion.ts';
import { SPEC_KEY, type TorchStateNote } from '../../../models/convert/torch-state.ts';
import { inferSpec } from '../../../models/convert/torch-state-infer.ts';
import { readTorchName, torchModules } from '../../../models/convert/torch-state-names.ts';
import { readTorchState } from '../../../models/convert/torch-state-read.ts';
import { readSpec } from '../../../models/convert/torch-state-spec.ts';
import { fromStackModel, type LabModel, type LabNetwork, tooLarge } from '../model.ts';
import { languageInput } from './saved-input.ts';
import { readSavedWith, type SavedWith } from './saved-with.ts';

/** Why a file does not open. */
export type OpenFault = NetworkFault | { readonly code: 'too-large'; readonly sizes: readonly TooLarge[] };

/** What a file leaves open. `undefined`: nobody has said; the likely one is taken. */
export interface OpenChoices {
  /** The recurrent module, by what stands in front of `weight_ih_l0`. */
  readonly prefix?: string;
  readonly nonlinearity?: 'tanh' | 'relu';
  readonly update?: 'writes' | 'keeps';
  /** The nn.Linear that is the read-out, by what stands in front of `weight`; null: none. */
  readonly head?: string | null;
}

/** An nn.Linear that fits on the network's output. */
export interface HeadOffer {
  readonly prefix: string;
  readonly classes: number;
}

/** What the reader may choose otherwise. */
export interface Offers {
  /** All recurrent modules of the file. */
  readonly prefixes: readonly string[];
  readonly prefix: string;
  readonly heads: readonly HeadOffer[];
  /** The one that is taken. */
  readonly head: string | null;
  /** Nothing in the file tells tanh from relu. */
  readonly nonlinearity: 'tanh' | 'relu' | null;
  /** PyTorch's z keeps; ours writes, or keeps as well. */
  readonly update: 'writes' | 'keeps' | null;
}

export type OpenResult =
  | {
      readonly ok: true;
      readonly model: LabModel;
      readonly form: 'torch' | 'plain';
      readonly offers: Offers;
      readonly notes: readonly TorchStateNote[];
      /** Read-outs that fit, and that have more classes than the lab shows. */
      readonly largeHeads: readonly HeadOffer[];
      readonly saved: SavedWith;
    }
  | { readonly ok: false; readonly fault: OpenFault };

/** The network in a file, as the choices have it. Everything that cannot be shown is a fault; nothing is thrown. */
export function openFile(file: WeightsFile, choices: OpenChoices = {}): OpenResult {
  const prefixes = torchModules(file.tensors).map((module) => module.prefix);
  const prefix = choices.prefix ?? (prefixes.length === 1 ? prefixes[0] : undefined);
  const spec = specOf(file, prefix);
  const sizes = sizesAbove(file, spec);
  if (sizes.length > 0) return refused({ code: 'too-large', sizes });
  const linears = spec && prefix !== undefined ? linearsOn(file.tensors, outputWidth(spec)) : [];
  const heads = linears.filter(({ classes }) => classes <= LAB_LIMITS.classes);
  const head = choices.head === undefined ? likelyHead(heads, file.tensors) : choices.head;
  const read = readTorchState(file, { ...choices, ...(prefix === undefined ? {} : { prefix }), head });
  if (!read.ok) return refused(read.fault);
  const broken = read.notes.find((note) => note.code === 'not-finite');
  if (broken) return refused(broken);
  const model = fromStackModel(read.model);
  const left = { prefixes, prefix: prefix ?? '', heads, head };
  return {
    ok: true,
    model,
    form: read.form,
    offers: { ...left, ...openQuestions(read.form, read.model.spec) },
    notes: read.notes,
    largeHeads: linears.filter(({ classes }) => classes > LAB_LIMITS.classes),
    saved: savedWith(file, model.network),
  };
}

/** What a file of the lab's own says of its input; of the Training lab's, the tokens that the model reads. */
function savedWith({ metadata }: WeightsFile, network: LabNetwork): SavedWith {
  const saved = readSavedWith(metadata, network);
  const language = saved.context === null ? describedIn(metadata) : null;
  if (language?.vocabulary.tokens.length !== network.stack.inputs) return saved;
  const { level, ends = null } = language.config.task;
  return languageInput({ vocabulary: language.vocabulary.tokens, level, ends, passage: '' });
}

/** What PyTorch's names and shapes do not tell; our own files tell everything. */
function openQuestions(
  form: 'torch' | 'plain',
  { cell }: StackSpec,
): Pick<Offers, 'nonlinearity' | 'update'> {
  const isRnn = form === 'torch' && cell.kind === 'rnn';
  return {
    nonlinearity: isRnn ? (cell.activation === 'relu' ? 'relu' : 'tanh') : null,
    update: form === 'torch' && cell.kind === 'gru' ? cell.update : null,
  };
}

/** Sizes beyond the lab's, before any number is looked at: a tensor that is too large has none. */
function sizesAbove({ tensors }: WeightsFile, spec: StackSpec | null): readonly TooLarge[] {
  const classes = tensors.get('head.bias')?.shape[0] ?? null;
  return spec ? tooLarge({ stack: spec, classes: isOurs(tensors) ? classes : null }) : [];
}

function isOurs(tensors: ReadonlyMap<string, Tensor>): boolean {
  return tensors.has('head.weights');
}

function refused(fault: OpenFault): OpenResult {
  return { ok: false, fault };
}

/** Cell and sizes by names, shapes and description alone: a tensor that is too large has no numbers. */
function specOf(file: WeightsFile, prefix: string | undefined): StackSpec | null {
  const module = torchModules(file.tensors).find((each) => each.prefix === prefix);
  if (!module) return readSpec(file.metadata.get(SPEC_KEY) ?? '');
  const inference = inferSpec(module, { nonlinearity: 'tanh', update: 'writes' });
  return inference.ok ? inference.spec : null;
}

/** Every `….weight` (V, width) that is not called an embedding. */
function linearsOn(tensors: ReadonlyMap<string, Tensor>, width: number): readonly HeadOffer[] {
  return [...tensors].flatMap(([name, { shape }]) => {
    const [classes = 0, columns] = shape;
    const isLinear = /(^|\.)weight$/.test(name) && !readTorchName(name) && !/emb/i.test(name);
    if (!isLinear || shape.length !== 2 || columns !== width || classes < 1) return [];
    return [{ prefix: name.slice(0, -'weight'.length), classes }];
  });
}

/** The only one; of several, the only one with a bias; else none. */
function likelyHead(heads: readonly HeadOffer[], tensors: ReadonlyMap<string, Tensor>): string | null {
  const withBias = heads.filter(({ prefix }) => tensors.has(`${prefix}bias`));
  const [choice] = heads.length === 1 ? heads : withBias.length === 1 ? withBias : [];
  return choice?.prefix ?? null;
}

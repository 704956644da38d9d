import { outputWidth, type StackSpec, stackParameterCount } from '../../models/cells/stack.ts';
import { smallestDtype, writeSafetensors } from '../../models/convert/safetensors-write.ts';
import type { TorchStateExport } from '../../models/convert/torch-state.ts';
import { writeTorchState } from '../../models/convert/torch-state-write.ts';
import type { NextSymbolShape } from '../../models/language/next-symbol.ts';
import { writeDescription } from './description.ts';
import {
  type ExportedFile,
  type ExportSubject,
  MODEL_KEY,
  type ModelDescription,
  TRAINING_KEY,
} from './model-files.ts';
import { trainingTensors, writeTraining } from './training-state.ts';

export interface ExportOptions {
  /** `float32` rounds where the model has more digits; with the state of training nothing is ever rounded. */
  readonly precision: 'exact' | 'float32';
}

/** A model ready to be written: what the files will hold, before their bytes are made. */
export interface PreparedExport {
  readonly description: ModelDescription;
  /** The model's own tensors under PyTorch's names, or under ours where PyTorch has no such module. */
  readonly state: TorchStateExport;
  /** F64 only where some number would lose digits in F32. */
  readonly dtype: 'F32' | 'F64';
  readonly files: { readonly weights: string; readonly description: string };
}

export function stackOf({ spec, vocabulary, hidden, layers }: NextSymbolShape): StackSpec {
  return { cell: spec, inputs: vocabulary, hidden, layers, directions: 'forward' };
}

/** The file's name without extension: the model's, without what a file system would stumble over. */
export function fileStem(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{C}]+/gu, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return safe.slice(0, 80) || 'model';
}

/** Names, types and words of the files. */
export function prepareExport(subject: ExportSubject, { precision }: ExportOptions): PreparedExport {
  const { model, checkpoint, name, devLoss, text } = subject;
  const parameters = checkpoint?.parameters ?? model.parameters;
  const spec = stackOf(model.shape);
  const split = stackParameterCount(spec);
  const bias = parameters.length - model.shape.vocabulary;
  const head = { weights: parameters.subarray(split, bias), bias: parameters.subarray(bias) };
  const state = writeTorchState({ spec, parameters: parameters.subarray(0, split), head });
  const isFloat32 = [...state.tensors.values()].every((tensor) => smallestDtype(tensor) === 'F32');
  const rounded = !isFloat32 && precision === 'float32' && !checkpoint;
  const config = checkpoint ? withTask(checkpoint.config, model) : model.config;
  const step = checkpoint?.step ?? model.step;
  const stem = fileStem(name);
  return {
    description: { name, config, vocabulary: model.vocabulary, step, devLoss, text, rounded },
    state,
    dtype: isFloat32 || rounded ? 'F32' : 'F64',
    files: { weights: `${stem}.safetensors`, description: `${stem}.json` },
  };
}

/** A checkpoint's config is that of the moment when it was made. */
function withTask(
  config: NonNullable<ExportSubject['checkpoint']>['config'],
  model: ExportSubject['model'],
): ModelDescription['config'] {
  return { ...config, task: config.task.kind === 'next-symbol' ? config.task : model.config.task };
}

/** NAME.safetensors, which opens alone, and NAME.json with its settings and vocabulary, for readers and other programs. */
export function exportModel(subject: ExportSubject, options: ExportOptions): readonly ExportedFile[] {
  const { description, state, dtype, files } = prepareExport(subject, options);
  const { checkpoint } = subject;
  const tensors = [...state.tensors, ...(checkpoint ? trainingTensors(checkpoint) : [])];
  const metadata = {
    ...state.metadata,
    [MODEL_KEY]: writeDescription(description),
    ...(checkpoint ? { [TRAINING_KEY]: writeTraining(checkpoint) } : {}),
  };
  const own = new Set([...state.tensors.values()]);
  const bytes = writeSafetensors(tensors, {
    dtype: (tensor) => (own.has(tensor) ? dtype : smallestDtype(tensor)),
    metadata,
  });
  const json = new TextEncoder().encode(`${writeDescription(description, 1)}\n`);
  return [
    { name: files.weights, bytes: new Uint8Array(bytes) },
    { name: files.description, bytes: new Uint8Array(json) },
  ];
}

/** n of the read-out's nn.Linear(n, V). */
export function decoderWidth(shape: NextSymbolShape): number {
  return outputWidth(stackOf(shape));
}

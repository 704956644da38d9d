import type { Tensor } from '../../models/convert/conversion.ts';
import { stateLength } from '../../models/optim/types.ts';
import { type Checkpoint, writeCheckpoint } from '../../store/checkpoint-bytes.ts';
import { type Field, type FieldFault, listOf, number, object, oneOf, readFields, whole } from './fields.ts';
import { TRAINING_PREFIX } from './model-files.ts';

/** Numbers of `Optimizer.state()` before the moments: step count and learning rate, which F32 would round. */
const HEAD = 2;

/** What of a checkpoint goes into a file as numbers; its parameters are the model's own tensors. */
export function trainingTensors({ optimizer, carried }: Checkpoint): readonly [string, Tensor][] {
  const vector = (name: string, data: Float64Array): [string, Tensor] => [
    TRAINING_PREFIX + name,
    { shape: [data.length], data },
  ];
  return [
    vector('optimizer', optimizer.subarray(0, HEAD)),
    vector('moments', optimizer.subarray(HEAD)),
    ...carried.flatMap(({ hidden, cell }, layer) => [
      vector(`carried.${layer}.hidden`, hidden),
      vector(`carried.${layer}.cell`, cell),
    ]),
  ];
}

/** The rest of it, but for the config, which is the description's. */
export function writeTraining(checkpoint: Checkpoint): string {
  const {
    config: _config,
    parameters: _parameters,
    optimizer: _optimizer,
    carried,
    generator,
    ...rest
  } = checkpoint;
  return JSON.stringify({ ...rest, generator: [...generator], carried: carried.length });
}

const WORD = 2 ** 32 - 1;
const integer = whole(0, WORD);

/** Of the fields that are known, each is what it should be; others, of a later version of the checkpoint, go along. */
const known: Field<Pick<Checkpoint, 'tier' | 'step' | 'position' | 'stats'> & { readonly carried: number }> =
  object((take) => {
    take('textHash', integer);
    take('vocabularyHash', integer);
    take('generator', listOf(integer));
    const stats = take(
      'stats',
      object((of) => ({
        step: of('step', whole(0)),
        loss: of('loss', number()),
        gradientNorm: of('gradientNorm', number()),
        accuracy: null,
      })),
    );
    return {
      tier: take('tier', oneOf(['webgpu', 'wasm', 'js'])),
      step: take('step', whole(0)),
      position: take('position', whole(0)),
      carried: take('carried', whole(0, 64)),
      stats,
    };
  });

export type TrainingResult =
  | { readonly ok: true; readonly checkpoint: Uint8Array }
  | { readonly ok: false; readonly fault: FieldFault };

const refused = (path: string, expected: string, found: string): TrainingResult & { readonly ok: false } => ({
  ok: false,
  fault: { code: 'field', path, expected, found },
});

/** The checkpoint of a model that came out of a file, put together again. */
export function readTraining(
  json: string,
  tensors: ReadonlyMap<string, Tensor>,
  { config, parameters }: Pick<Checkpoint, 'config' | 'parameters'>,
): TrainingResult {
  const parsed = parse(json);
  const read = readFields(parsed, 'training', known);
  if ('code' in read) return { ok: false, fault: read };
  const all = parsed as Record<string, unknown> & { readonly generator: readonly number[] };
  if (all.generator.length !== 4 || all.generator.every((word) => word === 0)) {
    return refused('training.generator', '[4]', String(all.generator));
  }
  const optimizer = readOptimizer(tensors, stateLength(config.optimizer.kind, parameters.length));
  if ('ok' in optimizer) return optimizer;
  if (read.carried !== config.layers) {
    return refused('training.carried', String(config.layers), String(read.carried));
  }
  const states = readStates(tensors, config);
  if ('ok' in states) return states;
  const generator = Uint32Array.from(all.generator);
  const made = { ...all, ...read, config, parameters, optimizer, carried: states, generator };
  return { ok: true, checkpoint: writeCheckpoint(made as unknown as Checkpoint) };
}

/** `Optimizer.state()`, which has so many numbers. */
function readOptimizer(
  tensors: ReadonlyMap<string, Tensor>,
  length: number,
): Float64Array | (TrainingResult & { readonly ok: false }) {
  const state = new Float64Array(length);
  let filled = 0;
  for (const [name, size] of [
    ['optimizer', HEAD],
    ['moments', length - HEAD],
  ] as const) {
    const data = tensors.get(TRAINING_PREFIX + name)?.data;
    if (data?.length !== size) return refused(`training.${name}`, `(${size})`, shapeOf(data));
    state.set(data, filled);
    filled += size;
  }
  return state;
}

type States = Checkpoint['carried'];

/** The state of every layer (B, n_a), the same B for all. */
function readStates(
  tensors: ReadonlyMap<string, Tensor>,
  { layers, hidden: units, batch, cell: { kind } }: Checkpoint['config'],
): States | TrainingResult {
  const states: States[number][] = [];
  const lane = (layer: number, name: 'hidden' | 'cell') =>
    tensors.get(`${TRAINING_PREFIX}carried.${layer}.${name}`)?.data;
  const rows = (lane(0, 'hidden')?.length ?? 0) / units;
  for (let layer = 0; layer < layers; layer++) {
    const [hidden, cell] = [lane(layer, 'hidden'), lane(layer, 'cell')];
    const path = `training.carried.${layer}`;
    const isBatch = Number.isInteger(rows) && rows >= 1 && rows <= batch;
    if (!isBatch || hidden?.length !== rows * units) {
      return refused(`${path}.hidden`, `(${batch}·${units})`, shapeOf(hidden));
    }
    const width = kind === 'lstm' ? hidden.length : 0;
    if (cell?.length !== width) return refused(`${path}.cell`, `(${width})`, shapeOf(cell));
    states.push({ hidden, cell });
  }
  return states;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function shapeOf(data: Float64Array | undefined): string {
  return data ? `(${data.length})` : '–';
}

import { cellParameterCount } from '../../models/cells/parameters.ts';
import { hasCell } from '../../models/cells/roles.ts';
import type { CellShape, CellSpec, SequenceSize } from '../../models/cells/types.ts';
import { createArena, createMemory } from './arena.ts';
import { floats, instantiate, type KernelInstance } from './module.ts';
import { checkSizes, finalStates, PANEL, planLayer, roundUp, scratchBytes } from './plan.ts';
import { LAYER_BYTES, type LayerRecord, writeLayer } from './records.ts';
import type { KernelState, SequenceKernel, SequenceKernelOptions } from './types.ts';

/** Where everything of a sequence kernel stands: the layer in order of computation, and the tight arrays that users see. */
function plan(spec: CellSpec, shape: CellShape, size: SequenceSize, { form }: SequenceKernelOptions) {
  const arena = createArena();
  const rows = size.steps * size.batch;
  const dense = form === 'dense';
  const state = size.batch * shape.hidden;
  const cell = hasCell(spec) ? state : 0;
  const count = cellParameterCount(spec, shape);
  const record = arena.take(LAYER_BYTES / 4);
  const gradientStride = 4 * roundUp(shape.inputs, PANEL);
  const ordered = {
    ids: arena.take(rows),
    mask: arena.take(rows / 4),
    input: arena.take(dense ? rows * shape.inputs : 0),
    inputGradient: arena.take(dense ? (rows * gradientStride) / 4 : 0),
  };
  const parameters = arena.take(count);
  const gradients = arena.take(count);
  const layer = planLayer(arena, spec, shape, size, {
    parameters,
    gradients,
    ids: ordered.ids,
    mask: ordered.mask,
    input: dense ? { at: ordered.input, stride: 4 * shape.inputs } : null,
    inputGradient: dense ? { at: ordered.inputGradient, stride: gradientStride } : null,
  });
  const pair = () => ({ hidden: arena.take(state), cell: arena.take(cell) });
  return {
    record,
    layer,
    scratch: arena.take(scratchBytes(Math.max(shape.hidden, shape.inputs)) / 4),
    counts: { rows, state, cell, parameters: count, input: dense ? rows * shape.inputs : 0 },
    tight: {
      input: arena.take(dense ? rows * shape.inputs : 0),
      inputGradients: arena.take(dense ? rows * shape.inputs : 0),
      hidden: arena.take(rows * shape.hidden),
      outputGradients: arena.take(rows * shape.hidden),
      initial: pair(),
      final: pair(),
      finalGradients: pair(),
      initialGradients: pair(),
    },
    bytes: arena.size(),
  };
}

type SequencePlan = ReturnType<typeof plan>;

/** One layer over a whole sequence, on the calling thread. */
export function createSequence(
  module: WebAssembly.Module,
  shared: boolean,
  spec: CellSpec,
  shape: CellShape,
  size: SequenceSize,
  options: SequenceKernelOptions,
): SequenceKernel {
  checkSizes({ inputs: shape.inputs, hidden: shape.hidden, steps: size.steps, batch: size.batch });
  const all = plan(spec, shape, size, options);
  const instance = instantiate(module, createMemory(all.bytes, shared));
  const reverse = options.reverse ?? false;
  const users = userArrays(instance, all, options);
  const masked = () => Number(users.mask.includes(0));
  return {
    ...users,
    forward() {
      if (options.form === 'one-hot') checkIds(users.ids, shape.inputs);
      orderSteps(instance, all, users, reverse);
      writeLayer(instance.memory, all.record, { ...all.layer, masked: masked() });
      enter(instance, all, reverse);
      instance.run.sequenceForward(all.record);
      leave(instance, all, reverse);
    },
    backward() {
      enterBack(instance, all, reverse);
      instance.run.sequenceBackward(all.record, all.scratch);
      leaveBack(instance, all, reverse);
    },
    dispose() {},
  };
}

/** Throws a RangeError for an id that is not a row of the input weights: the kernel would read elsewhere. */
export function checkIds(ids: Int32Array, inputs: number): void {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (id < 0 || id >= inputs) throw new RangeError(`token id ${id} is not among 0 … ${inputs - 1}`);
  }
}

/** The views that a user reads and writes. */
function userArrays(
  instance: KernelInstance,
  { layer, counts, tight }: SequencePlan,
  { form }: SequenceKernelOptions,
) {
  const state = ({ hidden, cell }: { readonly hidden: number; readonly cell: number }): KernelState => ({
    hidden: floats(instance, hidden, counts.state),
    cell: floats(instance, cell, counts.cell),
  });
  return {
    parameters: floats(instance, layer.parameters, counts.parameters),
    gradients: floats(instance, layer.gradients, counts.parameters),
    input: floats(instance, tight.input, counts.input),
    ids: new Int32Array(form === 'one-hot' ? counts.rows : 0),
    mask: new Uint8Array(counts.rows).fill(1),
    initial: state(tight.initial),
    hidden: floats(instance, tight.hidden, counts.rows * layer.hidden),
    final: state(tight.final),
    outputGradients: floats(instance, tight.outputGradients, counts.rows * layer.hidden),
    finalGradients: state(tight.finalGradients),
    inputGradients: floats(instance, tight.inputGradients, counts.input),
    initialGradients: state(tight.initialGradients),
  };
}

/** Ids and mask in order of computation. */
function orderSteps(
  { memory }: KernelInstance,
  { layer, counts }: SequencePlan,
  { ids, mask }: { readonly ids: Int32Array; readonly mask: Uint8Array },
  reverse: boolean,
): void {
  const { steps, batch } = layer;
  const toIds = new Int32Array(memory.buffer, layer.ids, counts.rows);
  const toMask = new Uint8Array(memory.buffer, layer.mask, counts.rows);
  for (let t = 0; t < steps; t++) {
    const from = (reverse ? steps - 1 - t : t) * batch;
    for (let b = 0; b < batch; b++) {
      toMask[t * batch + b] = mask[from + b]!;
      if (ids.length > 0) toIds[t * batch + b] = ids[from + b]!;
    }
  }
}

const IN = 0;
const OUT = 1;

/** (B, n_a) between a user's array and the padded rows. */
function copyState(
  instance: KernelInstance,
  layer: LayerRecord,
  tight: number,
  padded: number,
  way: number,
): void {
  instance.run.copyBlocks(tight, padded, 1, layer.batch, layer.hidden, layer.stateStride, 0, way);
}

/** (T, B, n_a) likewise. */
function copySteps(
  instance: KernelInstance,
  layer: LayerRecord,
  tight: number,
  padded: number,
  reverse: boolean,
  way: number,
): void {
  const { steps, batch, hidden, stateStride } = layer;
  instance.run.copyBlocks(tight, padded, steps, batch, hidden, stateStride, reverse, way);
}

function enter(instance: KernelInstance, { layer, tight }: SequencePlan, reverse: boolean): void {
  const { steps, batch, inputs, inputStride } = layer;
  copyState(instance, layer, tight.initial.hidden, layer.hiddenStates, IN);
  if (layer.cellStates) copyState(instance, layer, tight.initial.cell, layer.cellStates, IN);
  if (layer.dense) {
    instance.run.copyBlocks(tight.input, layer.input, steps, batch, inputs, inputStride, reverse, IN);
  }
}

function leave(instance: KernelInstance, { layer, tight }: SequencePlan, reverse: boolean): void {
  const last = finalStates(layer);
  copySteps(
    instance,
    layer,
    tight.hidden,
    layer.hiddenStates + layer.batch * layer.stateStride,
    reverse,
    OUT,
  );
  copyState(instance, layer, tight.final.hidden, last.hidden, OUT);
  if (layer.cellStates) copyState(instance, layer, tight.final.cell, last.cell, OUT);
}

function enterBack(instance: KernelInstance, { layer, tight }: SequencePlan, reverse: boolean): void {
  copySteps(instance, layer, tight.outputGradients, layer.above, reverse, IN);
  copyState(instance, layer, tight.finalGradients.hidden, layer.hiddenGradient, IN);
  if (layer.cellGradient) copyState(instance, layer, tight.finalGradients.cell, layer.cellGradient, IN);
}

function leaveBack(instance: KernelInstance, { layer, tight }: SequencePlan, reverse: boolean): void {
  const { steps, batch, inputs, inputGradientStride } = layer;
  copyState(instance, layer, tight.initialGradients.hidden, layer.hiddenGradient, OUT);
  if (layer.cellGradient) copyState(instance, layer, tight.initialGradients.cell, layer.cellGradient, OUT);
  if (layer.inputGradient) {
    instance.run.copyBlocks(
      tight.inputGradients,
      layer.inputGradient,
      steps,
      batch,
      inputs,
      inputGradientStride,
      reverse,
      OUT,
    );
  }
}

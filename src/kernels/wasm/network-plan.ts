import type { SequenceSize } from '../../models/cells/types.ts';
import {
  networkCells,
  networkLayout,
  networkWidth,
  type TokenNetwork,
} from '../../models/network/token-network.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { findSlot } from '../../models/parameters.ts';
import { type Arena, createArena } from './arena.ts';
import { momentCount, OPTIMIZER_CODES } from './optimizer.ts';
import { type LayerPlaces, PANEL, planLayer, roundUp, scratchBytes } from './plan.ts';
import { LAYER_BYTES, type LayerRecord, MODEL_BYTES, type ModelRecord } from './records.ts';

/** Bytes of logits that are kept at a time: half a second-level cache. */
const LOGIT_BYTES = 2 ** 19;
/** Numbers whose squares are summed together: BLOCK in assembly/optimizer.ts. */
const NORM_BLOCK = 4096;
/** A byte of it a line apart, so that threads do not wait for one another's lines. */
const BARRIER_NUMBERS = 32;

/** What a direction reads, in its order of computation: ids (T, B) of 32 bits, and a mask (T, B) of bytes. */
export interface Reading {
  readonly ids: number;
  readonly mask: number;
}

/** Where a user finds a cell's state: (B, n_a) each; `cell` is 0 where there is none. */
export interface StatePlace {
  readonly count: number;
  readonly hidden: number;
  readonly cell: number;
}

/** Where everything of a network kernel stands. */
export interface NetworkPlan {
  /** The model's record, and its address. */
  readonly record: ModelRecord;
  readonly at: number;
  /** Numbers that a token may be: ids below this. */
  readonly inputs: number;
  /** One a direction. */
  readonly readings: readonly Reading[];
  /** One a cell, as `networkCells` has them. */
  readonly layers: readonly LayerRecord[];
  readonly states: readonly StatePlace[];
  readonly bytes: number;
}

type Block = Pick<ModelRecord, 'output' | 'outputGradient' | 'outputStride'>;

export interface PlanOptions {
  readonly optimizer: OptimizerSpec;
  readonly threads: number;
  /** Whether what layers hand on may be thinned out. */
  readonly thins: boolean;
}

export function planNetwork(
  network: TokenNetwork,
  size: SequenceSize,
  { optimizer, threads, thins }: PlanOptions,
): NetworkPlan {
  const arena = createArena();
  const { length } = networkLayout(network);
  const at = arena.take(MODEL_BYTES / 4);
  const cells = networkCells(network);
  const records = arena.take((cells.length * LAYER_BYTES) / 4);
  const flat = { parameters: arena.take(length), gradients: arena.take(length) };
  const { readings, layers, output } = planLayers(arena, network, size, flat, thins);
  const record = {
    directions: readings.length,
    sideBySide: Number(network.directions === 'concat'),
    thins: Number(thins),
    thinKey: 0,
    thinLimit: 0,
    thinKept: 0,
    layerCount: cells.length,
    layers: records,
    layerBytes: LAYER_BYTES,
    batch: size.batch,
    ...output,
    ...planHead(arena, network, size, flat),
    ...planOptimizer(arena, length, optimizer),
    ...planThreads(arena, networkWidth(network), threads),
    ...flat,
  };
  const states = layers.map(({ cellStates }) => {
    const count = size.batch * network.hidden;
    return { count, hidden: arena.take(count), cell: cellStates && arena.take(count) };
  });
  return { at, record, inputs: network.inputs, readings, layers, states, bytes: arena.size() };
}

type Flat = Pick<ModelRecord, 'parameters' | 'gradients'>;

function planLayers(arena: Arena, network: TokenNetwork, size: SequenceSize, flat: Flat, thins: boolean) {
  const layout = networkLayout(network);
  const rows = size.steps * size.batch;
  const readings = (network.directions === 'forward' ? [0] : [0, 1]).map(() => ({
    ids: arena.take(rows),
    mask: arena.take(Math.ceil(rows / 4)),
  }));
  const layers: LayerRecord[] = [];
  for (const { layer, direction, shape, name } of networkCells(network)) {
    const { offset } = findSlot(layout, `${name}.inputWeights`);
    const below = layers[readings.length * (layer - 1)];
    const places = {
      parameters: flat.parameters + 4 * offset,
      gradients: flat.gradients + 4 * offset,
      ...(readings[direction] as Reading),
      ...inputOf(below && outputOf(arena, network, size, below, thins)),
    };
    layers.push(planLayer(arena, network.spec, shape, size, places));
  }
  const top = layers.at(-readings.length) as LayerRecord;
  return { readings, layers, output: outputOf(arena, network, size, top, thins) };
}

/** The lowest layer reads tokens. */
function inputOf(below: Block | undefined): Pick<LayerPlaces, 'input' | 'inputGradient'> {
  if (!below) return { input: null, inputGradient: null };
  const { output, outputGradient, outputStride: stride } = below;
  return { input: { at: output, stride }, inputGradient: { at: outputGradient, stride } };
}

/** What a reader of a layer reads: its states where they stand or, with two directions or dropout, a copy in the reader's order. */
function outputOf(
  arena: Arena,
  network: TokenNetwork,
  { steps, batch }: SequenceSize,
  layer: LayerRecord,
  thins: boolean,
): Block {
  if (network.directions === 'forward' && !thins) {
    const { hiddenStates, above, stateStride } = layer;
    return {
      output: hiddenStates + batch * stateStride,
      outputGradient: above,
      outputStride: stateStride,
    };
  }
  const padded = roundUp(networkWidth(network), PANEL);
  const count = steps * batch * padded;
  return { output: arena.take(count), outputGradient: arena.take(count), outputStride: 4 * padded };
}

function planHead(arena: Arena, network: TokenNetwork, { steps, batch }: SequenceSize, flat: Flat) {
  const layout = networkLayout(network);
  const weights = 4 * findSlot(layout, 'head.weights').offset;
  const bias = 4 * findSlot(layout, 'head.bias').offset;
  const rows = steps * batch;
  const { classes } = network;
  const width = networkWidth(network);
  const padded = roundUp(width, PANEL);
  const columns = roundUp(classes, PANEL);
  const fitting = roundUp(Math.floor(LOGIT_BYTES / (4 * columns)), 4);
  const chunk = Math.min(roundUp(rows, 4), Math.max(32, fitting));
  return {
    rows,
    width,
    padded,
    classes,
    columns,
    headWeights: flat.parameters + weights,
    headBias: flat.parameters + bias,
    headWeightsGradient: flat.gradients + weights,
    headBiasGradient: flat.gradients + bias,
    packedHead: arena.take(columns * width),
    packedHeadBack: arena.take(padded * classes),
    biasPadded: arena.take(columns),
    targets: arena.take(rows),
    asked: arena.take(rows),
    askedCount: 0,
    chunk,
    logits: arena.take(chunk * columns),
    gathered: arena.take(chunk * padded),
    gatheredGradient: arena.take(chunk * padded),
    rowLoss: arena.take(2 * rows),
    rowRight: arena.take(rows),
  };
}

function planOptimizer(arena: Arena, parameterCount: number, optimizer: OptimizerSpec) {
  return {
    moments: arena.take(momentCount(optimizer) * parameterCount),
    parameterCount,
    tail: arena.take(16),
    blockSums: arena.take(2 * Math.ceil(parameterCount / NORM_BLOCK)),
    results: arena.take(6),
    optimizer: OPTIMIZER_CODES.indexOf(optimizer.kind),
    coefficients: arena.take(8),
  };
}

/** Each thread has scratch of its own, for weight gradients of at most `width` rows. */
function planThreads(arena: Arena, width: number, threads: number) {
  const bytes = roundUp(scratchBytes(width), 64);
  return {
    scratch: arena.take((threads * bytes) / 4),
    scratchBytes: bytes,
    threads,
    barrier: arena.take(BARRIER_NUMBERS),
  };
}

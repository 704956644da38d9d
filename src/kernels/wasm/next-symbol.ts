import type { SequenceSize } from '../../models/cells/types.ts';
import { NO_TARGET } from '../../models/dense/losses.ts';
import {
  cellShapeOf,
  type NextSymbolShape,
  nextSymbolLayout,
  type SymbolBatch,
} from '../../models/language/next-symbol.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { findSlot } from '../../models/parameters.ts';
import { createArena, createMemory } from './arena.ts';
import type { Crew } from './crew.ts';
import { floats, instantiate, type KernelInstance } from './module.ts';
import { clipScale, coefficients, momentCount, OPTIMIZER_CODES } from './optimizer.ts';
import { checkSizes, PANEL, planLayer, roundUp, scratchBytes } from './plan.ts';
import { LAYER_BYTES, MODEL_BYTES, writeLayer, writeModel } from './records.ts';
import { checkIds } from './sequence.ts';
import type { KernelLoss, KernelState, KernelUpdate, NextSymbolKernel } from './types.ts';

/** Bytes of logits that are kept at a time: half a second-level cache. */
const LOGIT_BYTES = 2 ** 19;
/** Numbers whose squares are summed together: BLOCK in assembly/optimizer.ts. */
const NORM_BLOCK = 4096;
/** A byte of it a line apart, so that threads do not wait for one another's lines. */
const BARRIER_NUMBERS = 32;

function planHead(arena: ReturnType<typeof createArena>, shape: NextSymbolShape, rows: number) {
  const padded = roundUp(shape.hidden, PANEL);
  const columns = roundUp(shape.vocabulary, PANEL);
  const fitting = roundUp(Math.floor(LOGIT_BYTES / (4 * columns)), 4);
  const chunk = Math.min(roundUp(rows, 4), Math.max(32, fitting));
  return {
    rows,
    hidden: shape.hidden,
    padded,
    vocabulary: shape.vocabulary,
    columns,
    stateStride: 4 * padded,
    packedHead: arena.take(columns * shape.hidden),
    packedHeadBack: arena.take(padded * shape.vocabulary),
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

function planLayers(
  arena: ReturnType<typeof createArena>,
  shape: NextSymbolShape,
  size: SequenceSize,
  flat: { readonly parameters: number; readonly gradients: number },
) {
  const layout = nextSymbolLayout(shape);
  const ids = arena.take(size.steps * size.batch);
  const layers: ReturnType<typeof planLayer>[] = [];
  for (let index = 0; index < shape.layers; index++) {
    const { offset } = findSlot(layout, `layers.${index}.inputWeights`);
    const below = layers.at(-1);
    const stride = below?.stateStride ?? 0;
    const places = {
      parameters: flat.parameters + 4 * offset,
      gradients: flat.gradients + 4 * offset,
      ids,
      mask: null,
      input: below ? { at: below.hiddenStates + size.batch * stride, stride } : null,
      inputGradient: below ? { at: below.above, stride } : null,
    };
    layers.push(planLayer(arena, shape.spec, cellShapeOf(shape, index), size, places));
  }
  return { ids, layers };
}

function plan(shape: NextSymbolShape, size: SequenceSize, optimizer: OptimizerSpec, threads: number) {
  const arena = createArena();
  const layout = nextSymbolLayout(shape);
  const rows = size.steps * size.batch;
  const at = arena.take(MODEL_BYTES / 4);
  const records = arena.take((shape.layers * LAYER_BYTES) / 4);
  const flat = { parameters: arena.take(layout.length), gradients: arena.take(layout.length) };
  const { ids, layers } = planLayers(arena, shape, size, flat);
  const weights = 4 * findSlot(layout, 'head.weights').offset;
  const bias = 4 * findSlot(layout, 'head.bias').offset;
  const scratch = scratchBytes(shape.hidden);
  const record = {
    ...planHead(arena, shape, rows),
    ...flat,
    moments: arena.take(momentCount(optimizer) * layout.length),
    tail: arena.take(16),
    parameterCount: layout.length,
    layerCount: shape.layers,
    layers: records,
    layerBytes: LAYER_BYTES,
    batch: size.batch,
    headWeights: flat.parameters + weights,
    headBias: flat.parameters + bias,
    headWeightsGradient: flat.gradients + weights,
    headBiasGradient: flat.gradients + bias,
    scratch: arena.take((threads * roundUp(scratch, 64)) / 4),
    scratchBytes: roundUp(scratch, 64),
    threads,
    barrier: arena.take(BARRIER_NUMBERS),
    blockSums: arena.take(2 * Math.ceil(layout.length / NORM_BLOCK)),
    results: arena.take(6),
    optimizer: OPTIMIZER_CODES.indexOf(optimizer.kind),
    coefficients: arena.take(8),
  };
  const states = layers.map(({ cellStates }) => {
    const count = size.batch * shape.hidden;
    return { count, hidden: arena.take(count), cell: cellStates && arena.take(count) };
  });
  return { at, record, ids, layers, states, bytes: arena.size() };
}

type NextSymbolPlan = ReturnType<typeof plan>;

export function createNextSymbol(
  module: WebAssembly.Module,
  shared: boolean,
  crew: Crew,
  shape: NextSymbolShape,
  size: SequenceSize,
  optimizer: OptimizerSpec,
): NextSymbolKernel {
  const { vocabulary, hidden, layers } = shape;
  checkSizes({ vocabulary, hidden, layers, steps: size.steps, batch: size.batch });
  const all = plan(shape, size, optimizer, crew.threads);
  const instance = instantiate(module, createMemory(all.bytes, shared));
  writeModel(instance.memory, all.at, all.record);
  all.layers.forEach((layer, i) => {
    writeLayer(instance.memory, all.record.layers + i * LAYER_BYTES, layer);
  });
  return operate(instance, all, crew, optimizer);
}

function operate(
  instance: KernelInstance,
  all: NextSymbolPlan,
  crew: Crew,
  optimizer: OptimizerSpec,
): NextSymbolKernel {
  const { record } = all;
  const team = crew.join(instance, all.at);
  const views = userArrays(instance, all, optimizer);
  const results = new Float64Array(instance.memory.buffer, record.results, 3);
  const factors = floats(instance, record.coefficients, 8);
  const feed = createFeed(instance, all);
  function pass(batch: SymbolBatch): KernelLoss {
    feed.begin(batch);
    team.run('pass');
    feed.end();
    return { loss: results[0]!, right: results[1]! };
  }
  return {
    ...views,
    lossAndGradients: pass,
    step(batch: SymbolBatch, update: KernelUpdate) {
      const loss = pass(batch);
      const gradientNorm = Math.sqrt(results[2]!);
      if (Number.isFinite(loss.loss) && Number.isFinite(gradientNorm)) {
        coefficients(optimizer, update, clipScale(gradientNorm, update.clip), factors);
        team.run('update');
      }
      return { ...loss, gradientNorm };
    },
    dispose: team.leave,
  };
}

function userArrays(instance: KernelInstance, { record, states }: NextSymbolPlan, optimizer: OptimizerSpec) {
  const { parameterCount } = record;
  return {
    parameters: floats(instance, record.parameters, parameterCount),
    gradients: floats(instance, record.gradients, parameterCount),
    moments: floats(instance, record.moments, momentCount(optimizer) * parameterCount),
    states: states.map(
      ({ hidden, cell, count }): KernelState => ({
        hidden: floats(instance, hidden, count),
        cell: floats(instance, cell, cell ? count : 0),
      }),
    ),
  };
}

/** What surrounds a pass: the batch and the states go in, the states come out. Nothing is allocated. */
function createFeed(instance: KernelInstance, { record, ids, layers, states }: NextSymbolPlan) {
  const { memory, run } = instance;
  const { rows, batch, hidden, stateStride, vocabulary } = record;
  const toIds = new Int32Array(memory.buffer, ids, rows);
  const toTargets = new Int32Array(memory.buffer, record.targets, rows);
  const running = layers.flatMap((layer) =>
    [layer.hiddenGradient, layer.cellGradient]
      .filter((at) => at > 0)
      .map((at) => floats(instance, at, (batch * stateStride) / 4)),
  );
  const copy = (tight: number, padded: number, out: number) => {
    if (tight) run.copyBlocks(tight, padded, 1, batch, hidden, stateStride, 0, out);
  };
  return {
    begin(from: SymbolBatch): void {
      checkRows(from, rows, vocabulary);
      toIds.set(from.ids);
      toTargets.set(from.targets);
      for (const gradient of running) gradient.fill(0);
      for (let i = 0; i < layers.length; i++) {
        copy(states[i]!.hidden, layers[i]!.hiddenStates, 0);
        copy(states[i]!.cell, layers[i]!.cellStates, 0);
      }
    },
    end(): void {
      const past = rows * stateStride;
      for (let i = 0; i < layers.length; i++) {
        copy(states[i]!.hidden, layers[i]!.hiddenStates + past, 1);
        copy(states[i]!.cell, layers[i]!.cellStates + past, 1);
      }
    },
  };
}

/** Throws a RangeError where the kernel would read or write elsewhere. */
function checkRows({ ids, targets }: SymbolBatch, rows: number, vocabulary: number): void {
  if (ids.length !== rows || targets.length !== rows) {
    throw new RangeError(`a batch has ${rows} tokens and targets, found ${ids.length} and ${targets.length}`);
  }
  checkIds(ids, vocabulary);
  for (let i = 0; i < rows; i++) {
    const target = targets[i]!;
    if (target !== NO_TARGET && (target < 0 || target >= vocabulary)) {
      throw new RangeError(`target ${target} is not among 0 … ${vocabulary - 1}`);
    }
  }
}

import type { SequenceSize } from '../../models/cells/types.ts';
import { NO_TARGET } from '../../models/dense/losses.ts';
import type { TokenBatch, TokenNetwork } from '../../models/network/token-network.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { createMemory } from './arena.ts';
import type { Crew } from './crew.ts';
import { floats, instantiate, type KernelInstance } from './module.ts';
import { type NetworkPlan, planNetwork } from './network-plan.ts';
import { clipScale, coefficients, momentCount } from './optimizer.ts';
import { checkSizes } from './plan.ts';
import { LAYER_BYTES, LAYER_FIELDS, type LayerRecord, writeLayer, writeModel } from './records.ts';
import { checkIds } from './sequence.ts';
import { createThinning } from './thinning.ts';
import type { KernelLoss, KernelState, KernelUpdate, NetworkKernel, NetworkOptions } from './types.ts';

/** A whole network under a softmax, its loss and its optimiser, on all threads of the crew. */
export function createNetwork(
  module: WebAssembly.Module,
  shared: boolean,
  crew: Crew,
  network: TokenNetwork,
  size: SequenceSize,
  optimizer: OptimizerSpec,
  { dropout = false }: NetworkOptions = {},
): NetworkKernel {
  const { inputs, classes, hidden, layers } = network;
  checkSizes({ inputs, classes, hidden, layers, steps: size.steps, batch: size.batch });
  const all = planNetwork(network, size, { optimizer, threads: crew.threads, thins: dropout });
  const instance = instantiate(module, createMemory(all.bytes, shared));
  writeModel(instance.memory, all.at, all.record);
  all.layers.forEach((layer, i) => {
    writeLayer(instance.memory, all.record.layers + i * LAYER_BYTES, layer);
  });
  return operate(instance, all, crew, optimizer);
}

function operate(
  instance: KernelInstance,
  all: NetworkPlan,
  crew: Crew,
  optimizer: OptimizerSpec,
): NetworkKernel {
  const { record } = all;
  const team = crew.join(instance, all.at);
  const views = userArrays(instance, all, optimizer);
  const results = new Float64Array(instance.memory.buffer, record.results, 3);
  const factors = floats(instance, record.coefficients, 8);
  const feed = createFeed(instance, all);
  function run(job: 'pass' | 'evaluate', batch: TokenBatch): KernelLoss {
    feed.begin(batch);
    team.run(job);
    feed.end();
    return { loss: results[0]!, right: results[1]! };
  }
  return {
    ...views,
    evaluate: (batch) => run('evaluate', batch),
    lossAndGradients: (batch) => run('pass', batch),
    step(batch: TokenBatch, update: KernelUpdate) {
      const loss = run('pass', batch);
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

function userArrays(instance: KernelInstance, { record, states }: NetworkPlan, optimizer: OptimizerSpec) {
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
function createFeed(instance: KernelInstance, plan: NetworkPlan) {
  const { layers, record } = plan;
  const tokens = createTokenFeed(instance, plan);
  const states = createStateFeed(instance, plan);
  const thin = createThinning(instance, plan);
  const running = layers.flatMap(({ hiddenGradient, cellGradient, batch, padded }) =>
    [hiddenGradient, cellGradient].filter((at) => at > 0).map((at) => floats(instance, at, batch * padded)),
  );
  return {
    begin(batch: TokenBatch): void {
      checkRows(batch, record.rows, plan.inputs, record.classes);
      tokens(batch);
      thin(batch.dropout);
      for (const gradient of running) gradient.fill(0);
      states(0);
    },
    end: () => states(1),
  };
}

/** Ids and mask for each direction in its order, targets, and whether any step is left out. */
function createTokenFeed({ memory }: KernelInstance, { record, readings, layers }: NetworkPlan) {
  const { rows, batch } = record;
  const toTargets = new Int32Array(memory.buffer, record.targets, rows);
  const directions = readings.map(({ ids, mask }) => ({
    ids: new Int32Array(memory.buffer, ids, rows),
    mask: new Uint8Array(memory.buffer, mask, rows),
  }));
  const masked = layers.map((_, i) => {
    const at = record.layers + i * LAYER_BYTES + 4 * LAYER_FIELDS.indexOf('masked');
    return new Uint32Array(memory.buffer, at, 1);
  });
  return ({ ids, targets, mask }: TokenBatch): void => {
    toTargets.set(targets);
    const leavesOut = mask?.includes(0) ?? false;
    for (const flag of masked) flag[0] = Number(leavesOut);
    for (let direction = 0; direction < directions.length; direction++) {
      const to = directions[direction]!;
      copySteps(ids, to.ids, batch, direction === 1);
      if (mask && leavesOut) copySteps(mask, to.mask, batch, direction === 1);
    }
  };
}

/** Steps of `batch` numbers each; turned, the first becomes the last. */
function copySteps<T extends Int32Array | Uint8Array>(from: T, to: T, batch: number, turned: boolean): void {
  if (!turned) {
    to.set(from);
    return;
  }
  for (let row = 0; row < from.length; row += batch) {
    const other = from.length - batch - row;
    for (let b = 0; b < batch; b++) to[other + b] = from[row + b]!;
  }
}

/** Copies every cell's state to where the kernel begins, or from where it ended. */
function createStateFeed({ run }: KernelInstance, { record, layers, states }: NetworkPlan) {
  const copy = (tight: number, padded: number, { hidden, batch, stateStride }: LayerRecord, out: number) => {
    const past = out * record.rows * stateStride;
    if (tight) run.copyBlocks(tight, padded + past, 1, batch, hidden, stateStride, 0, out);
  };
  return (out: 0 | 1): void => {
    for (let i = 0; i < layers.length; i++) {
      const layer = layers[i]!;
      copy(states[i]!.hidden, layer.hiddenStates, layer, out);
      copy(states[i]!.cell, layer.cellStates, layer, out);
    }
  };
}

/** Throws a RangeError where the kernel would read or write elsewhere. */
function checkRows({ ids, targets, mask }: TokenBatch, rows: number, inputs: number, classes: number): void {
  if (ids.length !== rows || targets.length !== rows || (mask ?? ids).length !== rows) {
    const found = `${ids.length} and ${targets.length}${mask ? `, and a mask of ${mask.length}` : ''}`;
    throw new RangeError(`a batch has ${rows} tokens and targets, found ${found}`);
  }
  checkIds(ids, inputs);
  for (let i = 0; i < rows; i++) {
    const target = targets[i]!;
    if (target !== NO_TARGET && (target < 0 || target >= classes)) {
      throw new RangeError(`target ${target} is not among 0 … ${classes - 1}`);
    }
  }
}

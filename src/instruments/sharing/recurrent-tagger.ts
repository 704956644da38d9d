import { cellSlots, viewCell } from '../../models/cells/parameters.ts';
import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import { backwardSequence, forwardSequence } from '../../models/cells/sequence.ts';
import type { CellParameters, CellShape, SequenceTrace } from '../../models/cells/types.ts';
import { sigmoid } from '../../models/dense/activations.ts';
import { fillOrthogonalBlock, fillXavier } from '../../models/initialise.ts';
import { createLayout, type ParameterLayout, viewSlot } from '../../models/parameters.ts';
import type { Random } from '../../models/random.ts';
import type { TaggedBatch } from './tagged-batch.ts';

/** A recurrent tagger: the same cell at every step, ŷ = σ(W_ya a + b_y) with one output. `inputs` is V. */
export function recurrentLayout(shape: CellShape): ParameterLayout {
  return createLayout([
    ...cellSlots(DEFAULT_RNN, shape).map(({ name, shape: size }) => ({ name, shape: size })),
    { name: 'headWeights', shape: [shape.hidden] },
    { name: 'headBias', shape: [1] },
  ]);
}

interface RecurrentViews {
  readonly cell: CellParameters;
  readonly headWeights: Float64Array;
  readonly headBias: Float64Array;
}

function viewRecurrent(shape: CellShape, flat: Float64Array): RecurrentViews {
  const layout = recurrentLayout(shape);
  return {
    cell: viewCell(DEFAULT_RNN, shape, flat),
    headWeights: viewSlot(layout, flat, 'headWeights'),
    headBias: viewSlot(layout, flat, 'headBias'),
  };
}

/** Xavier input and head weights, orthogonal recurrent weights, zero biases. */
export function initialiseRecurrent(shape: CellShape, random: Random): Float64Array {
  const flat = new Float64Array(recurrentLayout(shape).length);
  const { cell, headWeights } = viewRecurrent(shape, flat);
  const { inputs, hidden } = shape;
  fillXavier(cell.inputWeights, inputs, hidden, random);
  fillOrthogonalBlock(
    cell.recurrentWeights,
    { rows: hidden, columns: hidden, stride: hidden, offset: 0 },
    random,
  );
  fillXavier(headWeights, hidden, 1, random);
  return flat;
}

function run(
  shape: CellShape,
  { cell }: RecurrentViews,
  ids: Int32Array,
  size: number,
  mask?: Uint8Array,
): SequenceTrace {
  const steps = ids.length / size;
  const options = mask ? { mask } : {};
  return forwardSequence(DEFAULT_RNN, shape, cell, { form: 'one-hot', ids }, { steps, batch: size }, options);
}

function headOutputs({ hidden }: CellShape, views: RecurrentViews, trace: SequenceTrace): Float64Array {
  const a = trace.values.hidden ?? new Float64Array(0);
  return Float64Array.from({ length: a.length / hidden }, (_, row) => {
    let z = views.headBias[0]!;
    for (let j = 0; j < hidden; j++) z += views.headWeights[j]! * a[row * hidden + j]!;
    return sigmoid(z);
  });
}

/** ŷ (T) of one sentence of any length. */
export function predictRecurrent(shape: CellShape, flat: Float64Array, ids: Int32Array): Float64Array {
  const views = viewRecurrent(shape, flat);
  return headOutputs(shape, views, run(shape, views, ids, 1));
}

/** Gradient of the mean binary cross-entropy per word, flat in layout order. */
export function recurrentGradient(shape: CellShape, flat: Float64Array, batch: TaggedBatch): Float64Array {
  const { hidden } = shape;
  const gradient = new Float64Array(flat.length);
  const views = viewRecurrent(shape, flat);
  const into = viewRecurrent(shape, gradient);
  const trace = run(shape, views, batch.ids, batch.size, batch.mask);
  const a = trace.values.hidden ?? new Float64Array(0);
  const back = new Float64Array(a.length);
  headOutputs(shape, views, trace).forEach((p, row) => {
    if (!batch.mask[row]) return;
    const error = (p - batch.tags[row]!) / batch.words;
    into.headBias[0]! += error;
    for (let j = 0; j < hidden; j++) {
      into.headWeights[j]! += error * a[row * hidden + j]!;
      back[row * hidden + j] = error * views.headWeights[j]!;
    }
  });
  backwardSequence(trace, views.cell, { hidden: back }, into.cell);
  return gradient;
}

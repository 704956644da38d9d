import {
  type PassName,
  type PassNumbers,
  type SequencePass,
  sequenceByReference,
  sequenceOnDevice,
} from '../../kernels/wgsl/sequence-pass.ts';
import { cellParameterCount, viewCell } from '../../models/cells/parameters.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN, hasCell } from '../../models/cells/roles.ts';
import type { CellSpec } from '../../models/cells/types.ts';
import { networkLayout } from '../../models/network/token-network.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { createRandom, type Random } from '../../models/random.ts';
import { findDisagreement } from '../agreement.ts';
import type { SelfTestResult } from '../backend.ts';
import {
  type ComputePass,
  computeByReference,
  type PassSize,
  randomInput,
  testAgreement,
} from '../self-test.ts';
import { computeOnDevice } from './pass.ts';
import { type ComputeUpdate, updateByReference, updateOnDevice } from './update-check.ts';

/** What is tested; tests put faulty devices here. */
export interface Subject {
  readonly pass: ComputePass;
  readonly sequence: (pass: SequencePass) => Promise<PassNumbers>;
  readonly update: ComputeUpdate;
}

const ON_DEVICE: Subject = { pass: computeOnDevice, sequence: sequenceOnDevice, update: updateOnDevice };

/**
 * Every set of equations that has a shader of its own, besides those that every tier is tested with; the sizes reach sums
 * in several slices, workgroups of several rows, and layers. Each shader more is a wait before the run begins: tens of
 * milliseconds with some drivers.
 */
const MODELS: readonly (readonly [string, CellSpec, Partial<PassSize>])[] = [
  ['rnn, two layers', DEFAULT_RNN, { layers: 2 }],
  ['gru, reset before', DEFAULT_GRU, { hidden: 16 }],
  ['gru, simplified', { ...DEFAULT_GRU, variant: 'simplified' }, { batch: 3 }],
];
const MASKED = ['lstm, reversed, masked', DEFAULT_LSTM] as const;
/** The rules differ in a line of arithmetic; this one has the most. */
const OPTIMIZER: OptimizerSpec = {
  kind: 'adam',
  learningRate: 0.1,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
};
/** Far above 32-bit rounding in nets this small, far below a gradient that is missing. */
const TOLERANCE = 1e-3;

/**
 * Whether every fused op agrees with the reference on a tiny random case, forward and backward. Some drivers return
 * recurrent gradients of zero without any error; a run on them would look alive and learn nothing.
 */
export async function selfTest(changed: Partial<Subject> = {}): Promise<SelfTestResult> {
  const subject = { ...ON_DEVICE, ...changed };
  const first = await testAgreement(subject.pass);
  if (!first.agrees) return first;
  const detail = (await testModels(subject)) ?? (await testMasked(subject)) ?? (await testOptimizer(subject));
  return detail === null ? { agrees: true } : { agrees: false, detail };
}

async function testModels({ pass }: Subject): Promise<string | null> {
  for (const [name, spec, size] of MODELS) {
    const input = randomInput(spec, createRandom(7), size);
    const found = await pass(input);
    const wrong = findDisagreement(networkLayout(input.network), computeByReference(input), found, TOLERANCE);
    if (wrong) return `${name}: ${wrong}`;
  }
  return null;
}

async function testMasked({ sequence }: Subject): Promise<string | null> {
  const [name, spec] = MASKED;
  const pass = randomSequence(spec, createRandom(8));
  const expected = sequenceByReference(pass);
  const found = await sequence(pass);
  const lanes = Object.keys(expected) as PassName[];
  const wrong = lanes.find((lane) => isFar(expected[lane], found[lane], TOLERANCE));
  return wrong ? `${name}: ${wrong}` : null;
}

async function testOptimizer({ update }: Subject): Promise<string | null> {
  const random = createRandom(9);
  const normals = () => Float64Array.from({ length: 5 }, () => random.normal());
  const input = { optimizer: OPTIMIZER, parameters: normals(), gradients: [normals(), normals()], clip: 1 };
  const expected = updateByReference(input);
  const { arrays, curve } = await update(input);
  const isWrong = expected.arrays.some((values, i) => isFar(values, arrays[i], TOLERANCE));
  return isWrong || isFar(expected.curve, curve, TOLERANCE) ? 'optimizer' : null;
}

/** Backwards in time, with examples of different lengths. */
function randomSequence(spec: CellSpec, random: Random): SequencePass {
  const shape = { inputs: 2, hidden: 3 };
  const size = { steps: 3, batch: 2 };
  const normals = (length: number) => Float64Array.from({ length }, () => 0.5 * random.normal());
  const block = size.batch * shape.hidden;
  const cell = hasCell(spec) ? block : 0;
  return {
    spec,
    shape,
    size,
    parameters: viewCell(spec, shape, normals(cellParameterCount(spec, shape))),
    input: normals(size.steps * size.batch * shape.inputs),
    initial: { hidden: normals(block), cell: normals(cell) },
    output: { hidden: normals(size.steps * block), finalHidden: normals(block), finalCell: normals(cell) },
    reverse: true,
    mask: Uint8Array.of(1, 1, 1, 0, 1, 0),
  };
}

/** Whether the distance is more than `tolerance` of the expected length; true when a number is none or missing. */
function isFar(expected: Float64Array, found: Float64Array | undefined, tolerance: number): boolean {
  if (found?.length !== expected.length) return true;
  const distance = length(expected.map((value, i) => value - found[i]!));
  return !(distance <= tolerance * (1e-3 + length(expected)));
}

function length(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { forwardStack, type StackSpec } from '../../../models/cells/stack.ts';
import { writeSafetensors } from '../../../models/convert/safetensors-write.ts';
import { anyStack } from '../../../models/convert/torch-state.testkit.ts';
import { writeTorchState } from '../../../models/convert/torch-state-write.ts';
import { testNumbers } from '../../../models/gradient-check.testkit.ts';
import { headLogits, softmax } from '../../../models/softmax/full.ts';
import { type LabInput, type LabModel, labLayout, toStackModel, viewLab } from '../model.ts';
import { tfjsProgram } from './tfjs-program.ts';

/*
 * The program is run, with TensorFlow.js itself and the file that the lab would save: what it prints must be what the lab
 * shows.
 */

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tf.setBackend('cpu');
});
afterAll(() => vi.restoreAllMocks());

const STEPS = 5;

function modelOf(stack: StackSpec, classes: number | null, seed: number): LabModel {
  const network = { stack, classes };
  return { network, parameters: testNumbers(seed, labLayout(network).length, 0.4) };
}

function inputOf({ network }: LabModel, symbols: boolean): LabInput {
  const { inputs } = network.stack;
  if (!symbols) return { kind: 'numbers', values: testNumbers(9, STEPS * inputs) };
  const vocabulary = Array.from(
    { length: inputs },
    (_, id) => ['\n', '鲸', '\u2028"', 'a*/'][id] ?? `w${id}`,
  );
  return { kind: 'symbols', ids: Int32Array.from({ length: STEPS }, (_, t) => (3 * t) % inputs), vocabulary };
}

interface Printed {
  readonly a: readonly number[];
  readonly y: readonly number[];
}

/** What the reference computes. */
function expected({ network, parameters }: LabModel, input: LabInput): Printed {
  const { layers, head } = viewLab(network, parameters);
  const size = { steps: STEPS, batch: 1 };
  const given =
    input.kind === 'numbers'
      ? ({ form: 'dense', values: input.values } as const)
      : ({ form: 'one-hot', ids: input.ids } as const);
  const { output } = forwardStack(network.stack, layers, given, size);
  const y = head ? softmax(headLogits(head, output, STEPS), head.bias.length) : [];
  return { a: [...output], y: [...y] };
}

/** What the program prints, given the file that the lab saves. */
async function printed(model: LabModel, input: LabInput): Promise<Printed> {
  const { tensors, metadata } = writeTorchState(toStackModel(model));
  const bytes = writeSafetensors(tensors, { metadata, dtype: 'F64' });
  const code = tfjsProgram(model.network, input, 'w.safetensors', ['a note\nof two lines']);
  const body = code.replace(/^import .*$/m, '');
  const results = model.network.classes === null ? '[a]' : '[a, y]';
  const AsyncFunction = (async () => undefined).constructor as new (
    ...source: string[]
  ) => (library: typeof tf, fetch: unknown) => Promise<tf.Tensor[]>;
  const program = new AsyncFunction('tf', 'fetch', `${body}; return ${results};`);
  const [a, y] = await program(tf, async () => ({ arrayBuffer: async () => bytes.buffer }));
  return { a: [...(a?.dataSync() ?? [])], y: [...(y?.dataSync() ?? [])] };
}

function expectNear(found: readonly number[], wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  const worst = wanted.reduce((most, value, i) => {
    const difference = Math.abs(value - (found[i] ?? Number.NaN));
    return Math.max(most, difference / Math.max(1, Math.abs(value)));
  }, 0);
  expect(worst).toBeLessThan(1e-5);
}

async function check(model: LabModel, symbols: boolean): Promise<void> {
  const input = inputOf(model, symbols);
  const [found, wanted] = [await printed(model, input), expected(model, input)];
  expectNear(found.a, wanted.a);
  expectNear(found.y, wanted.y);
}

describe('the program in TensorFlow.js', () => {
  it('prints what the reference computes, whatever the network', { timeout: 20_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyStack, fc.constantFrom(null, 3), fc.boolean(), async (stack, classes, symbols) =>
        check(modelOf(stack, classes, 4), symbols),
      ),
      { numRuns: 60 },
    );
  });
});

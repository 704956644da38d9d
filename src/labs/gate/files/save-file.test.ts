import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../instruments/network-files/read-file.ts';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { anyStack } from '../../../models/convert/torch-state.testkit.ts';
import { testNumbers } from '../../../models/gradient-check.testkit.ts';
import { type LabModel, type LabNetwork, labLayout } from '../model.ts';
import { openFile } from './open-file.ts';
import { savedFile } from './save-file.ts';
import type { SavedWith } from './saved-with.ts';
import { FILE_LIMITS } from './useOpening.ts';

const NOTHING: SavedWith = { vocabulary: null, context: null };

function modelOf(network: LabNetwork, round: (value: number) => number = Number): LabModel {
  return { network, parameters: testNumbers(2, labLayout(network).length).map(round) };
}

async function opened(model: LabModel, saved: SavedWith) {
  const read = await readFile(new Blob([savedFile(model, saved).bytes()]), 'w.safetensors', FILE_LIMITS);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  const result = openFile(read.file);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result;
}

const stack = {
  cell: DEFAULT_LSTM,
  inputs: 3,
  hidden: 2,
  layers: 1,
  directions: 'forward',
} as const satisfies LabNetwork['stack'];

describe('a saved file', () => {
  it('opens here again equal, whatever the cell, in the precision that it needs', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStack,
        fc.constantFrom(null, 1, 3),
        fc.boolean(),
        fc.option(fc.string()),
        async (each, classes, rounded, context) => {
          const model = modelOf({ stack: each, classes }, rounded ? Math.fround : Number);
          const vocabulary = Array.from({ length: each.inputs }, (_, id) => `词${id}\n"`);
          const result = await opened(model, { vocabulary, context });
          expect(result.model).toEqual(model);
          expect(result.notes).toEqual([]);
          expect(result.saved).toEqual({ vocabulary, context });
          expect(savedFile(model, NOTHING).dtype).toBe(rounded ? 'F32' : 'F64');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('says why PyTorch has no module for it', () => {
    expect(savedFile(modelOf({ stack, classes: 2 }), NOTHING).obstacles).toEqual([]);
    const gru = { ...stack, cell: { ...DEFAULT_GRU, variant: 'simplified' as const } };
    expect(savedFile(modelOf({ stack: gru, classes: 2 }), NOTHING)).toMatchObject({
      form: 'plain',
      obstacles: [{ code: 'simplified-gru' }],
    });
  });

  it('a vocabulary that does not fit is not believed', async () => {
    const model = modelOf({ stack, classes: null });
    expect((await opened(model, { vocabulary: ['a', 'b'], context: null })).saved).toEqual(NOTHING);
    expect((await opened(model, NOTHING)).saved).toEqual(NOTHING);
  });
});

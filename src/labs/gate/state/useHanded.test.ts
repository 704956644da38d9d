import { describe, expect, it } from 'vitest';
import type { HandedModel } from '../../../instruments/gate-lab/handed-model.ts';
import { DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import {
  evaluateNextSymbol,
  initialiseNextSymbol,
  zeroStates,
} from '../../../models/language/next-symbol.ts';
import { createRandom } from '../../../models/random.ts';
import { tokenize } from '../../../models/text/tokenize.ts';
import { createVocabulary, END_TOKEN, encode } from '../../../models/text/vocabulary.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { openedInput } from '../files/saved-input.ts';
import { computeValues, evaluate } from '../values/compute.ts';
import { fieldsOfOpened } from './opened.ts';
import { planOf } from './plan.ts';
import { GATE_TABLE } from './settings.ts';
import { openedHanded } from './useHanded.ts';

const TEXT = 'the cat sat.\nthe dog sat.\n白鲸 the cat.\n';
const reading = { level: 'character', ends: 'lines' } as const;
const vocabulary = createVocabulary(tokenize(TEXT, reading), { size: 40 });
const shape = { spec: DEFAULT_LSTM, vocabulary: vocabulary.tokens.length, hidden: 6, layers: 2 };
const parameters = initialiseNextSymbol(shape, createRandom(7), { forgetBias: 1 });
const handed: HandedModel = {
  name: 'cats',
  stack: {
    cell: DEFAULT_LSTM,
    inputs: shape.vocabulary,
    hidden: 6,
    layers: 2,
    directions: 'forward',
  },
  parameters,
  vocabulary: vocabulary.tokens,
  ...reading,
  passage: 'the 鲸 sat!\nthe',
};

/** The lab after it has taken up the model. */
function lab() {
  const before = fallbackState(GATE_TABLE);
  const opened = openedHanded(handed);
  const { network } = opened.model;
  const input = openedInput(before, opened.saved, network);
  const settings = { ...before, ...fieldsOfOpened(before, planOf(before), network), ...input };
  return { opened, plan: planOf(settings) };
}

describe('a model handed over from where it was trained', () => {
  it('is the network of the lab, and reads the passage with its own tokens', () => {
    const { opened, plan } = lab();
    expect(plan.network).toEqual(opened.model.network);
    expect(plan.classes).toEqual(vocabulary.tokens);
    expect(plan.tokens.map(({ text }) => text)).toContain(END_TOKEN);
    // `!` is not in the text.
    expect(plan.tokens.filter(({ known }) => !known).map(({ text }) => text)).toEqual(['!']);
  });

  it('computes what the model computes: the same loss at the passage, to the last digit', () => {
    const { opened, plan } = lab();
    const ids = encode(vocabulary, tokenize(handed.passage, reading));
    const batch = { ids: ids.slice(0, -1), targets: ids.slice(1) };
    const theirs = evaluateNextSymbol(shape, parameters, batch, zeroStates(shape, 1)).loss;
    const given = { model: opened.model, input: plan.input, holds: [] };
    const targets = plan.targets ?? new Int32Array();
    expect(evaluate(given, { kind: 'loss', targets })).toBeCloseTo(theirs, 12);
    expect(computeValues(given).probabilities?.length).toBe(ids.length * shape.vocabulary);
  });
});

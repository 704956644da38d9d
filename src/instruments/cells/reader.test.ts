import { describe, expect, it } from 'vitest';
import { DEFAULT_LSTM } from '../../models/cells/roles.ts';
import { createVocabulary } from '../../models/text/vocabulary.ts';
import type { PassageReading } from '../../models/units/passage.ts';
import type { OpenModel } from '../language/open-model.ts';
import { createReader, cutPassage, isSameNetwork, type ReaderState } from './reader.ts';
import { MOST_TOKENS } from './settings.ts';

const vocabulary = createVocabulary([...'abc'], { size: 9 });
const MODEL: OpenModel = {
  config: {
    task: { kind: 'next-symbol', text: 'abc', level: 'character', vocabulary: 9 },
    cell: DEFAULT_LSTM,
    hidden: 2,
    layers: 1,
    directions: 'forward',
    batch: 1,
    steps: 1,
    optimizer: { kind: 'sgd', learningRate: 1 },
    clip: null,
    biases: {},
    seed: 1,
  },
  shape: { spec: DEFAULT_LSTM, vocabulary: 4, hidden: 2, layers: 1 },
  vocabulary,
  parameters: new Float64Array(3),
  step: 5,
};

const reading = (step: number): PassageReading => ({
  tokens: [],
  ids: new Int32Array(),
  step,
  parameters: MODEL.parameters,
  layers: [],
  logProbabilities: new Float32Array(),
});

/** A reader whose readings end when the test says so. */
function open() {
  let state: ReaderState = { shown: null, phase: 'idle' };
  let time = 0;
  const ends: ((reading: PassageReading | null) => void)[] = [];
  const reader = createReader(
    (change) => {
      state = { ...state, ...change };
    },
    () => time,
  );
  const passage = { text: 'abc', asked: 3 };
  const read = () => new Promise<PassageReading | null>((resolve) => ends.push(resolve));
  return {
    ask: (text = passage.text) => reader.ask({ model: MODEL, read, passage: { text, asked: 3 } }),
    end: async (turn: number, value: PassageReading | null, at = time) => {
      time = at;
      ends[turn]?.(value);
      await Promise.resolve();
    },
    at: (now: number) => {
      time = now;
    },
    reader,
    state: () => state,
  };
}

describe('createReader', () => {
  it('shows the newest reading only, in whatever order they come', async () => {
    const { ask, end, state } = open();
    ask();
    ask();
    await end(1, reading(2));
    await end(0, reading(1));
    expect(state().shown?.reading.step).toBe(2);
    expect(state().phase).toBe('idle');
  });

  it('keeps what it showed when a reading fails, and says so', async () => {
    const { ask, end, state } = open();
    ask();
    await end(0, reading(7));
    ask();
    expect(state().phase).toBe('reading');
    await end(1, null);
    expect(state()).toMatchObject({ phase: 'failed', shown: { reading: { step: 7 } } });
  });

  it('asks nothing of an empty passage, and shows nothing once it is disposed of', async () => {
    const { ask, end, state, reader } = open();
    ask('');
    expect(state().phase).toBe('idle');
    ask();
    reader.dispose();
    await end(0, reading(1));
    expect(state().shown).toBeNull();
  });

  it('rests three seconds between readings, and longer after long ones', async () => {
    const { ask, end, at, reader } = open();
    expect(reader.rest()).toBe(0);
    ask();
    await end(0, reading(1), 100);
    expect(reader.rest()).toBe(3000);
    at(2100);
    expect(reader.rest()).toBe(1000);
    ask();
    await end(1, reading(2), 4100);
    expect(reader.rest()).toBe(10_000);
  });
});

it('cuts a passage to what is read, and counts what there was', () => {
  const cut = cutPassage('ab'.repeat(MOST_TOKENS), { level: 'character' });
  expect(cut).toEqual({ text: 'ab'.repeat(MOST_TOKENS / 2), asked: 2 * MOST_TOKENS });
});

it('knows a network by its vocabulary and size, whatever step it is at', () => {
  expect(isSameNetwork(MODEL, { ...MODEL, step: 9, parameters: new Float64Array(3) })).toBe(true);
  expect(isSameNetwork(MODEL, { ...MODEL, parameters: new Float64Array(4) })).toBe(false);
  const other = createVocabulary([...'abc'], { size: 9 });
  expect(isSameNetwork(MODEL, { ...MODEL, vocabulary: other })).toBe(false);
});

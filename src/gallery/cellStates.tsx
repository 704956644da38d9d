import { useCallback, useState } from 'react';
import { CellsPanel } from '../instruments/cells/CellsPanel.tsx';
import { CELLS_TABLE, type CellsSettings } from '../instruments/cells/settings.ts';
import type { OpenModel } from '../instruments/language/open-model.ts';
import { DEFAULT_LSTM } from '../models/cells/roles.ts';
import {
  initialiseNextSymbol,
  type NextSymbolShape,
  viewNextSymbol,
} from '../models/language/next-symbol.ts';
import { createRandom } from '../models/random.ts';
import { type Tokenization, tokenize } from '../models/text/tokenize.ts';
import { createVocabulary, encode } from '../models/text/vocabulary.ts';
import type { PassageReading } from '../models/units/passage.ts';
import { readPassage } from '../models/units/read-passage.ts';
import type { GalleryState } from './galleryTypes.ts';

const ENGLISH = [
  'The mate looked up.\n',
  '“Where is the boat?” he said; “I saw it (or its lamp) an hour ago.”\n',
  'Nobody answered him. ',
  'The wind had turned in the night, and with it the sea.\n\n',
  '“We wait,” the captain said at last. ',
  '“We wait until the tide comes in (at six, by the book), and then we look again.”\n',
  'And so they waited: twelve men, one lamp, and the long line of the coast.\n',
];
const CHINESE = [
  '船长放下《海图》，说：“风转了。”\n',
  '没有人回答。',
  '他又看了一眼《潮汐表》，低声说：“六点以前，谁也不要动。”\n',
  '夜里很静，只有浪声，一阵近，一阵远。\n',
  '灯还亮着。',
];

/** Sentences in an order that does not come again: what repeats itself would look like chance. */
function story(sentences: readonly string[], count: number): string {
  const random = createRandom(3);
  return Array.from({ length: count }, () => sentences[random.integer(sentences.length)]).join('');
}

/** Weights of the planted latch: large enough that gates are open or shut, and tanh c almost 1. */
const OPEN = 8;

/** Makes unit 0 of the lowest layer a latch, set by one token and put back by another: it remembers whether a quotation is open. */
function plantLatch(shape: NextSymbolShape, flat: Float64Array, set: number, back: number): void {
  const cell = viewNextSymbol(shape, flat).layers[0];
  if (!cell) return;
  const { hidden } = shape;
  // Gates stand forget, update, candidate, output.
  const gate = (number: number) => number * hidden;
  const to = (token: number, number: number, weight: number) => {
    cell.inputWeights[token * 4 * hidden + gate(number)] = weight;
  };
  for (let unit = 0; unit < hidden; unit++) {
    for (let number = 0; number < 4; number++) cell.recurrentWeights[unit * 4 * hidden + gate(number)] = 0;
  }
  for (let token = 0; token < shape.vocabulary; token++) {
    for (let number = 0; number < 4; number++) to(token, number, 0);
  }
  cell.bias[gate(0)] = OPEN;
  cell.bias[gate(1)] = -OPEN;
  cell.bias[gate(2)] = 0;
  for (const [token, sign] of [
    [set, 1],
    [back, -1],
  ] as const) {
    to(token, 0, -2 * OPEN);
    to(token, 1, 2 * OPEN);
    to(token, 2, sign * OPEN);
  }
}

interface Sample {
  readonly model: OpenModel;
  readonly read: (text: string) => Promise<PassageReading | null>;
}

/** An untrained network with one planted unit; its passage is read here, by the reference. */
function sample(text: string, task: Tokenization, layers: number, step: number): Sample {
  const tokens = tokenize(text, task);
  const vocabulary = createVocabulary(tokens, { size: 200 });
  const shape: NextSymbolShape = {
    spec: DEFAULT_LSTM,
    vocabulary: vocabulary.tokens.length,
    hidden: 12,
    layers,
  };
  const parameters = initialiseNextSymbol(shape, createRandom(7), { forgetBias: 1 }).map(
    (value) => 1.6 * value,
  );
  plantLatch(shape, parameters, vocabulary.ids.get('“') ?? 0, vocabulary.ids.get('”') ?? 0);
  const config: OpenModel['config'] = {
    task: { kind: 'next-symbol', text, vocabulary: 200, ...task },
    cell: DEFAULT_LSTM,
    hidden: shape.hidden,
    layers,
    directions: 'forward',
    batch: 1,
    steps: 1,
    optimizer: { kind: 'sgd', learningRate: 0.1 },
    clip: null,
    biases: {},
    seed: 7,
  };
  const read: Sample['read'] = async (passage) => {
    const read = tokenize(passage, task);
    const ids = encode(vocabulary, read);
    const steps = readPassage(shape, parameters, ids);
    let part = steps.next();
    while (!part.done) part = steps.next();
    return { tokens: read, ids, step: 0, parameters, ...part.value };
  };
  return { model: { config, shape, vocabulary, parameters, step }, read };
}

const DEFAULTS = Object.fromEntries(
  Object.entries(CELLS_TABLE).map(([field, { codec }]) => [field, codec.fallback]),
) as unknown as CellsSettings;

interface CellsStateProps {
  readonly text: string;
  readonly task?: Tokenization;
  readonly layers?: number;
  /** Training is further than the reading. */
  readonly step?: number;
  readonly given?: Partial<CellsSettings>;
}

function CellsState({ text, task = { level: 'character' }, layers = 1, step = 0, given }: CellsStateProps) {
  const [{ model, read }] = useState(() => sample(text, task, layers, step));
  const [settings, setSettings] = useState<CellsSettings>({ ...DEFAULTS, cellLive: false, ...given });
  const change = useCallback(
    (part: Partial<CellsSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  return (
    <CellsPanel id="cells" settings={settings} change={change} model={model} read={read} passage={text} />
  );
}

const never = async () => null;

/** Cell search on networks with one planted unit: a latch that is set and put back by quotation marks. */
export const CELL_STATES: readonly GalleryState[] = [
  {
    id: 'cells-quotes',
    title: 'A unit that remembers quotations, found among noise',
    render: () => <CellsState text={story(ENGLISH, 18)} />,
  },
  {
    id: 'cells-chinese',
    title: 'Chinese by character, bars over the signs',
    render: () => <CellsState text={story(CHINESE, 40)} given={{ cellSigns: 'bars' }} />,
  },
  {
    id: 'cells-words',
    title: 'Words, two layers, a unit of the upper one, training further than the reading',
    render: () => (
      <CellsState
        text={story(ENGLISH, 40)}
        task={{ level: 'word' }}
        layers={2}
        step={1200}
        given={{ cellLayer: 2, cellUnit: 3 }}
      />
    ),
  },
  {
    id: 'cells-surprise',
    title: 'Coloured by surprise',
    render: () => <CellsState text={story(ENGLISH, 9)} given={{ cellMode: 'surprise', cellAt: 60 }} />,
  },
  {
    id: 'cells-long',
    title: 'Longer than what is read: thousands of tokens',
    render: () => <CellsState text={story(ENGLISH, 110)} />,
  },
  {
    id: 'cells-waiting',
    title: 'No network yet',
    render: () => (
      <CellsPanel id="cells" settings={DEFAULTS} change={() => {}} model={null} read={never} passage="" />
    ),
  },
];

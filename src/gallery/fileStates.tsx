import { useState } from 'react';
import { ImportPart } from '../instruments/model-files/ImportPart.tsx';
import { ModelFilesPanel } from '../instruments/model-files/ModelFilesPanel.tsx';
import type { ImportedModel } from '../instruments/model-files/model-files.ts';
import type { ModelFilesSettings } from '../instruments/model-files/settings.ts';
import type { Importing } from '../instruments/model-files/useImport.ts';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../models/cells/roles.ts';
import { initialiseNextSymbol } from '../models/language/next-symbol.ts';
import { createRandom } from '../models/random.ts';
import { tokenize } from '../models/text/tokenize.ts';
import { createVocabulary } from '../models/text/vocabulary.ts';
import type { GalleryState } from './galleryTypes.ts';
import { CHINESE } from './sentences.ts';

const TEXT = `The cat sat on the mat. ${CHINESE.join('')}`;

/** A model that has learnt nothing, with everything that a file says of one. */
function modelOf(hidden: number, isGru = false): ImportedModel {
  const level = 'character';
  const vocabulary = createVocabulary(tokenize(TEXT, { level }), { size: 200 });
  const spec = isGru ? DEFAULT_GRU : DEFAULT_LSTM;
  const shape = { spec, vocabulary: vocabulary.tokens.length, hidden, layers: 2 };
  return {
    name: 'Cats and Song lyrics · 床前明月光',
    origin: 'unrolled',
    config: {
      task: { kind: 'next-symbol', text: '', level, vocabulary: 200 },
      cell: spec,
      hidden,
      layers: 2,
      directions: 'forward',
      batch: 32,
      steps: 50,
      optimizer: { kind: 'adam', learningRate: 0.002, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      clip: 5,
      biases: {},
      seed: 1,
    },
    shape,
    vocabulary,
    parameters: initialiseNextSymbol(shape, createRandom(3), { forgetBias: 1 }),
    step: 1200,
    devLoss: 1.2345,
    text: { name: 'song-ci', key: 'song-ci' },
    checkpoint: new Uint8Array(),
    notes: [],
  };
}

const MODEL = modelOf(24);
/** More units than the Gate lab draws. */
const LARGE = modelOf(300, true);

function PanelState({ model }: { readonly model: ImportedModel | null }) {
  const [settings, setSettings] = useState<ModelFilesSettings>({ withTraining: false, precision: 'exact' });
  return (
    <ModelFilesPanel
      model={model}
      name={MODEL.name}
      text={MODEL.text}
      devLoss={MODEL.devLoss}
      checkpoint={async () => null}
      passage={TEXT}
      settings={settings}
      change={(part) => setSettings({ ...settings, ...part })}
      onImport={() => {}}
    />
  );
}

function ImportState({ importing }: { readonly importing: Importing }) {
  const nothing = () => {};
  const opener = { importing, take: nothing, add: nothing, choose: nothing, dismiss: nothing };
  return <ImportPart opener={opener} isOver={false} onImport={nothing} />;
}

const FILES = {
  weights: { name: 'speaker.safetensors', tensors: new Map(), metadata: new Map() },
  json: null,
};
const NOTES: ImportedModel['notes'] = [
  { code: 'embedding', name: 'encoder.embed.weight', inputs: 8_000 },
  { code: 'unknown-added' },
  { code: 'renamed', unknown: '', end: '<|endoftext|>' },
  { code: 'unreachable', count: 12, examples: ['New York', '<pad>', 'Donaudampfschifffahrtsgesellschaft'] },
  { code: 'settings-ours' },
  { code: 'unused', tensors: [{ name: 'layer_norm.weight', shape: [128] }] },
];

/** Files of language models. */
export const FILE_STATES: readonly GalleryState[] = [
  { id: 'model-files', title: 'Model files', render: () => <PanelState model={MODEL} /> },
  {
    id: 'model-files-large',
    title: 'Model files: too large for the Gate lab, and not PyTorch’s cell',
    render: () => <PanelState model={LARGE} />,
  },
  { id: 'model-files-none', title: 'Model files: nothing open', render: () => <PanelState model={null} /> },
  {
    id: 'model-files-opened',
    title: 'A model out of somebody else’s file, with all there is to know',
    render: () => (
      <ImportState
        importing={{
          state: 'opened',
          files: FILES,
          choices: {},
          model: { ...MODEL, origin: 'other', checkpoint: null, notes: NOTES },
        }}
      />
    ),
  },
  {
    id: 'model-files-refused',
    title: 'A file that does not open',
    render: () => (
      <ImportState
        importing={{
          state: 'refused',
          name: 'speaker-with-a-rather-long-name-2026-11-21.safetensors + vocab.json',
          fault: { code: 'other-tokens', examples: ['Ġthe', '##ing', '▁sat'], count: 49_800, size: 50_257 },
        }}
      />
    ),
  },
  {
    id: 'model-files-waiting',
    title: 'One of two files is there',
    render: () => (
      <ImportState importing={{ state: 'waiting', for: 'json', name: 'lm.safetensors', tensors: 12 }} />
    ),
  },
];

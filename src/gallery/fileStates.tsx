import { useState } from 'react';
import { ImportPart } from '../instruments/model-files/ImportPart.tsx';
import { ModelFilesPanel } from '../instruments/model-files/ModelFilesPanel.tsx';
import type { ImportedModel } from '../instruments/model-files/model-files.ts';
import type { ModelFilesSettings } from '../instruments/model-files/settings.ts';
import type { Importing } from '../instruments/model-files/useImport.ts';
import { LARGE, MODEL, TEXT } from './fileModels.ts';
import type { GalleryState } from './galleryTypes.ts';

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

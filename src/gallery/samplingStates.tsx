import { useMemo, useState } from 'react';
import { Button } from '../components/controls/Button.tsx';
import { SamplingPanel } from '../instruments/sampling/SamplingPanel.tsx';
import { ScorePanel } from '../instruments/sampling/ScorePanel.tsx';
import {
  DEFAULT_SAMPLING,
  DEFAULT_SCORE,
  type SamplingSettings,
  type ScoreSettings,
} from '../instruments/sampling/settings.ts';
import type { TextModel } from '../models/language/text-model.ts';
import type { GalleryState } from './galleryTypes.ts';
import { trainedModel, wordTrigrams } from './languageModels.ts';

const SAT = 'the cat sat on the mat. the dog sat on the log.\nthe cat and the dog sat and sat.\n';
const MOON =
  '床前明月光，疑是地上霜。举头望明月，低头思故乡。\n春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。\n白日依山尽，黄河入海流。欲穷千里目，更上一层楼。\n';
const LINES = ['the cat sat on the mat', 'the dog sat on the log', 'the cat and the dog sat on the mat'];

interface Sampled {
  readonly model: () => TextModel | null;
  readonly step?: number;
  readonly settings?: Partial<SamplingSettings>;
}

function Sampling({ id, model: make, step, settings: given }: Sampled & { readonly id: string }) {
  const [model] = useState(make);
  const [settings, setSettings] = useState({ ...DEFAULT_SAMPLING, ...given });
  return (
    <SamplingPanel
      id={id}
      model={model}
      step={step ?? null}
      settings={settings}
      change={(part) => setSettings((before) => ({ ...before, ...part }))}
    />
  );
}

/** A model that trains on at the press of a button, under a text that it has drawn. */
function TrainingOn() {
  const [steps, setSteps] = useState(200);
  const model = useMemo(() => trainedModel(SAT, { size: 40, steps }), [steps]);
  const [settings, setSettings] = useState(DEFAULT_SAMPLING);
  return (
    <>
      <Button onClick={() => setSteps(steps + 100)}>Train on</Button>
      <SamplingPanel
        id="sampling-trains"
        model={model}
        step={steps}
        settings={settings}
        change={(part) => setSettings((before) => ({ ...before, ...part }))}
      />
    </>
  );
}

function Scored(props: {
  readonly id: string;
  readonly model: () => TextModel | null;
  readonly settings: Partial<ScoreSettings>;
}) {
  const [model] = useState(props.model);
  const [settings, setSettings] = useState({ ...DEFAULT_SCORE, ...props.settings });
  return (
    <ScorePanel
      id={props.id}
      model={model}
      step={null}
      settings={settings}
      change={(part) => setSettings((before) => ({ ...before, ...part }))}
    />
  );
}

const characters = () => trainedModel(SAT, { size: 40, steps: 400 });
const poems = () => trainedModel(MOON, { size: 200, steps: 200 });
const oneToken = () => trainedModel('aaaaaaaa', { size: 1, steps: 1 });
const trigrams = () => wordTrigrams(LINES, { smoothed: true });
const unsmoothed = () => wordTrigrams(LINES, { smoothed: false });

const sampling = (id: string, title: string, state: Sampled): GalleryState => ({
  id,
  title,
  render: () => <Sampling id={id} {...state} />,
});
const scored = (
  id: string,
  title: string,
  model: () => TextModel | null,
  settings: Partial<ScoreSettings>,
): GalleryState => ({ id, title, render: () => <Scored id={id} model={model} settings={settings} /> });

export const SAMPLING_STATES: readonly GalleryState[] = [
  sampling('sampling', 'Sampling from a character model', {
    model: characters,
    step: 400,
    settings: { begin: 'the c' },
  }),
  sampling('sampling-chinese', 'Sampling, a long Chinese beginning', {
    model: poems,
    step: 200,
    settings: { begin: MOON, topK: 20, topP: 0.9, unknown: false },
  }),
  sampling('sampling-one-token', 'Sampling where ⟨UNK⟩ is the only token', {
    model: oneToken,
    step: 1,
    settings: { unknown: false },
  }),
  sampling('sampling-top-one', 'Sampling, all but one token cut', {
    model: characters,
    step: 400,
    settings: { begin: 'the ', topK: 1 },
  }),
  sampling('sampling-words', 'Sampling from word trigrams with ⟨EOS⟩', {
    model: trigrams,
    settings: { temperature: 1.5, topP: 0.8, begin: 'the durian' },
  }),
  { id: 'sampling-trains', title: 'Sampling from a model that trains on', render: () => <TrainingOn /> },
  sampling('sampling-no-model', 'Sampling without a model', { model: () => null }),
  scored('score', 'Probability of a sentence', characters, { sentence: 'the cat sat on the durian.' }),
  scored('score-two', 'Two sentences compared', trigrams, {
    sentence: 'the cat sat on the mat',
    other: 'mat the on sat cat the',
    comparing: true,
  }),
  scored('score-unseen', 'Unseen trigrams without smoothing', unsmoothed, {
    sentence: 'the cat sat on the log and the durian sat',
  }),
  scored('score-chinese', 'Probability of a long Chinese text', poems, { sentence: MOON }),
  scored('score-empty', 'Nothing typed', trigrams, {}),
];

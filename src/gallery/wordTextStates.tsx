import { useState } from 'react';
import { PairsFigure } from '../instruments/pairs/PairsFigure.tsx';
import { type PairsSettings, pairsTable } from '../instruments/pairs/settings.ts';
import { VectorFiles } from '../instruments/vector-files/VectorFiles.tsx';
import { WORD_TEXT_DEFAULTS, type WordTextSettings } from '../instruments/word-texts/settings.ts';
import { useWordText } from '../instruments/word-texts/useWordText.ts';
import { WordFault } from '../instruments/word-texts/WordFault.tsx';
import { WordText } from '../instruments/word-texts/WordText.tsx';
import { createRandom } from '../models/random.ts';
import type { GalleryState } from './galleryTypes.ts';

function Words({ start }: { readonly start: Partial<WordTextSettings> }) {
  const [settings, setSettings] = useState({ ...WORD_TEXT_DEFAULTS, ...start });
  const state = useWordText(settings);
  return (
    <WordText
      settings={settings}
      change={(part) => setSettings((before) => ({ ...before, ...part }))}
      state={state}
    />
  );
}

const own = (ownText: string, more: Partial<WordTextSettings> = {}): Partial<WordTextSettings> => ({
  source: 'own',
  ownText,
  ...more,
});

const FAILURES = [
  { code: 'no-words' },
  { code: 'one-word', word: '<b>鲸</b>' },
  { code: 'no-pairs' },
] as const;

function Pairs({ defaults }: { readonly defaults: Partial<PairsSettings> }) {
  return <PairsFigure id="pairs" table={pairsTable(defaults)} />;
}

const DIMENSIONS = 50;
const random = createRandom(1);
const VECTORS = {
  words: ['whale', 'sea', '鲸鱼', 'new york'],
  dimensions: DIMENSIONS,
  input: Float32Array.from({ length: 4 * DIMENSIONS }, () => random.normal()),
};

/** Texts for word vectors, what of them cannot be learnt, the window over a text, and vectors as files. */
export const WORD_TEXT_STATES: readonly GalleryState[] = [
  { id: 'word-text', title: 'A text for word vectors', render: () => <Words start={{}} /> },
  {
    id: 'word-text-faults',
    title: 'Texts that have nothing to learn for word vectors',
    render: () => (
      <>
        <Words start={own('the cat which already ate was full, and the cats were', { minCount: 9 })} />
        {FAILURES.map((failure) => (
          <WordFault key={failure.code} failure={failure} settings={WORD_TEXT_DEFAULTS} change={() => {}} />
        ))}
      </>
    ),
  },
  { id: 'pairs', title: 'The window over a text, skip-gram', render: () => <Pairs defaults={{}} /> },
  {
    id: 'pairs-cbow',
    title: 'The window over a Chinese text, CBOW, wide',
    render: () => (
      <Pairs defaults={{ source: 'song-ci', passage: 22, at: 7, model: 'cbow', window: 8, logT: -2.5 }} />
    ),
  },
  {
    id: 'pairs-empty',
    title: 'A window with nothing to slide over',
    render: () => <Pairs defaults={{ source: 'own', ownText: 'whale sea whale', minCount: 1, logT: -5 }} />,
  },
  {
    id: 'vector-files',
    title: 'Vectors as files',
    render: () => <VectorFiles source={VECTORS} name="Moby-Dick" />,
  },
];

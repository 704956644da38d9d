import { PairBars } from '../components/plots/PairBars.tsx';
import { SurpriseBars } from '../components/plots/SurpriseBars.tsx';
import { significant } from '../instruments/ngrams/format.ts';
import { comingShares, modelShares } from '../instruments/ngrams/shape.ts';
import type { GalleryState } from './galleryTypes.ts';

const format = (value: number) => significant(value, 2);
const WORDS = ['the', 'Donaudampfschifffahrt', ' ', '明月', '⟨EOS⟩'];

export const NGRAM_STATES: readonly GalleryState[] = [
  {
    id: 'surprise-bars',
    title: 'How surprised a model was, one token impossible',
    render: () => (
      <SurpriseBars
        tokens={WORDS}
        values={[0.4, 7.2, Number.POSITIVE_INFINITY, 3, 0.0012]}
        format={format}
        reference={{ value: Math.log(3000), label: 'ln V' }}
        name="−ln P"
        selected={1}
      />
    ),
  },
  {
    id: 'surprise-bars-certain',
    title: 'A single token, certain',
    render: () => (
      <SurpriseBars
        tokens={['a']}
        values={[0]}
        format={format}
        reference={{ value: 0.7, label: 'ln 2' }}
        name="−ln P"
        selected={0}
      />
    ),
  },
  {
    id: 'pair-bars',
    title: 'Two distributions, one all but certain',
    render: () => (
      <PairBars
        words={WORDS.map((word) => word.trim() || '␣')}
        pairs={[
          { name: 'comes', shares: comingShares(5) },
          { name: 'model', shares: modelShares('wrong', 6, 5, []) },
        ]}
        title="A cup of …"
        name="shares"
      />
    ),
  },
];

import type { ReactNode } from 'react';
import { useText } from '../../../components/text/useText.tsx';
import { WordMapFigure } from '../../../instruments/vector-map/WordMapFigure.tsx';
import { tsneMessages } from '../messages.ts';
import { WORDS_TABLE } from './settings.ts';

/** Real words on a map, and what it could not keep. */
export function WordsFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(tsneMessages);
  return (
    <WordMapFigure
      id={id}
      caption={caption}
      table={WORDS_TABLE}
      title={text('tsne.words-title')}
      first="street"
      near={(word) => text('tsne.words-near', { word: word ?? '–' })}
      heads={[text('tsne.words-word'), text('tsne.words-cosine')]}
    />
  );
}

import type { ReactNode } from 'react';
import { useText } from '../../../components/text/useText.tsx';
import { WordMapFigure } from '../../../instruments/vector-map/WordMapFigure.tsx';
import { embeddingsLessonMessages } from '../messages.ts';
import styles from './figures.module.css';
import { WORLD_TABLE } from './settings.ts';

/** The most frequent words on a map of t-SNE, with the nearest of the full space drawn over it. */
export function WorldFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(embeddingsLessonMessages);
  return (
    <WordMapFigure
      id={id}
      caption={caption}
      table={WORLD_TABLE}
      title={text('embed.world-title')}
      first="music"
      near={(word) => text('embed.like', { word: word ?? '' })}
      heads={[text('embed.word'), text('embed.cosine')]}
      className={styles.block}
    />
  );
}

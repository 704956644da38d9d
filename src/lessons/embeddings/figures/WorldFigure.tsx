import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../../../components/text/useText.tsx';
import { SetGate } from '../../../instruments/analogy/SetGate.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import { VectorMap } from '../../../instruments/vector-map/VectorMap.tsx';
import { useAnswer } from '../../../instruments/vectors/useAnswer.ts';
import { usePageVectors } from '../../../instruments/vectors/usePageVectors.ts';
import { embeddingsLessonMessages } from '../messages.ts';
import styles from './figures.module.css';
import { WORLD_TABLE } from './settings.ts';

const COUNT = 10;

/** The most frequent words on a map of t-SNE, with the nearest of the full space drawn over it. */
export function WorldFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(embeddingsLessonMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(WORLD_TABLE, id);
  const { settings, change } = figure;
  const page = usePageVectors(frame);
  const [selected, setSelected] = useState<string | null>('music');
  const { answer } = useAnswer(
    page.set,
    selected === null
      ? null
      : {
          kind: 'nearest',
          terms: [{ word: selected, weight: 1 }],
          metric: 'cosine',
          count: COUNT,
          centred: false,
          exclude: true,
        },
  );
  const rows = (answer?.hits ?? []).map(({ word, score }) => [word, score] as const);
  return (
    <ToolFigure
      id={id}
      title={text('embed.world-title')}
      caption={caption}
      table={WORLD_TABLE}
      figure={figure}
      csv={() => [['word', 'cosine'], ...rows]}
      numbers={
        <NumberTable
          caption={text('embed.like', { word: selected ?? '' })}
          heads={[text('embed.word'), text('embed.cosine')]}
          rows={rows.map(([word, score]) => ({ id: word, cells: [word, score.toFixed(4)] }))}
        />
      }
    >
      <div ref={frame} className={styles.block}>
        <SetGate page={page}>
          {(set) => (
            <VectorMap
              set={set}
              settings={settings}
              change={change}
              selected={selected}
              onSelect={setSelected}
              height={520}
              wheel="scroll"
              name={text('embed.world-title')}
            />
          )}
        </SetGate>
      </div>
    </ToolFigure>
  );
}

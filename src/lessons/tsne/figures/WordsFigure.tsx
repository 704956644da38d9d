import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../../../components/text/useText.tsx';
import { SetGate } from '../../../instruments/analogy/SetGate.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import { VectorMap } from '../../../instruments/vector-map/VectorMap.tsx';
import { useAnswer } from '../../../instruments/vectors/useAnswer.ts';
import { usePageVectors } from '../../../instruments/vectors/usePageVectors.ts';
import { tsneMessages } from '../messages.ts';
import { WORDS_TABLE } from './settings.ts';

const COUNT = 10;
const TALL = 520;

/** The nearest of a word in the full space: what the lines over the map lead to. */
const nearest = (word: string) =>
  ({
    kind: 'nearest',
    terms: [{ word, weight: 1 }],
    metric: 'cosine',
    count: COUNT,
    centred: false,
    exclude: true,
  }) as const;

/** Real words on a map, and what it could not keep. */
export function WordsFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(tsneMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(WORDS_TABLE, id);
  const { settings, change } = figure;
  const page = usePageVectors(frame);
  const [selected, setSelected] = useState<string | null>('street');
  const { answer } = useAnswer(page.set, selected === null ? null : nearest(selected));
  const rows = (answer?.hits ?? []).map(({ word, score }) => [word, score] as const);
  return (
    <ToolFigure
      id={id}
      title={text('tsne.words-title')}
      caption={caption}
      table={WORDS_TABLE}
      figure={figure}
      csv={() => [['word', 'cosine'], ...rows]}
      numbers={
        <NumberTable
          caption={text('tsne.words-near', { word: selected ?? '–' })}
          heads={[text('tsne.words-word'), text('tsne.words-cosine')]}
          rows={rows.map(([word, score]) => ({ id: word, cells: [word, score.toFixed(4)] }))}
        />
      }
    >
      <div ref={frame}>
        <SetGate page={page}>
          {(set) => (
            <VectorMap
              set={set}
              settings={settings}
              change={change}
              selected={selected}
              onSelect={setSelected}
              height={TALL}
              wheel="scroll"
              name={text('tsne.words-title')}
            />
          )}
        </SetGate>
      </div>
    </ToolFigure>
  );
}

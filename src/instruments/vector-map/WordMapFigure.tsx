import { type ReactNode, useRef, useState } from 'react';
import type { Table } from '../../url/fragment.ts';
import { SetGate } from '../analogy/SetGate.tsx';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import { useAnswer } from '../vectors/useAnswer.ts';
import { usePageVectors } from '../vectors/usePageVectors.ts';
import type { MapSettings } from './settings.ts';
import { VectorMap } from './VectorMap.tsx';

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

export interface WordMapFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly table: Table<MapSettings>;
  readonly title: string;
  /** The word that is selected at first. */
  readonly first: string;
  /** What the table of numbers is called, and its columns. */
  readonly near: (word: string | null) => string;
  readonly heads: readonly [string, string];
  readonly className?: string | undefined;
}

/** The page's set as a map, with the nearest words of the one that is selected as its numbers. */
export function WordMapFigure(props: WordMapFigureProps) {
  const { id, caption, table, title, first, near, heads, className } = props;
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(table, id);
  const { settings, change } = figure;
  const page = usePageVectors(frame);
  const [selected, setSelected] = useState<string | null>(first);
  const { answer } = useAnswer(page.set, selected === null ? null : nearest(selected));
  const rows = (answer?.hits ?? []).map(({ word, score }) => [word, score] as const);
  return (
    <ToolFigure
      id={id}
      title={title}
      caption={caption}
      table={table}
      figure={figure}
      csv={() => [['word', 'cosine'], ...rows]}
      numbers={
        <NumberTable
          caption={near(selected)}
          heads={heads}
          rows={rows.map(([word, score]) => ({ id: word, cells: [word, score.toFixed(4)] }))}
        />
      }
    >
      <div ref={frame} className={className}>
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
              name={title}
            />
          )}
        </SetGate>
      </div>
    </ToolFigure>
  );
}

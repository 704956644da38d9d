import { type ReactNode, useRef, useState } from 'react';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { useText } from '../../../components/text/useText.tsx';
import { SetGate } from '../../../instruments/analogy/SetGate.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import tools from '../../../instruments/tools/tools.module.css';
import { RankedWords } from '../../../instruments/vector-panels/RankedWords.tsx';
import { WordField } from '../../../instruments/vector-panels/WordField.tsx';
import { useAnswer } from '../../../instruments/vectors/useAnswer.ts';
import { usePageVectors } from '../../../instruments/vectors/usePageVectors.ts';
import type { Pointing } from '../../../instruments/word-map/NeighbourLists.tsx';
import type { Hit, Metric, RankedAnswer, VectorSet } from '../../../store/vectors-state.ts';
import { embeddingsLessonMessages } from '../messages.ts';
import styles from './figures.module.css';
import { NEAR_TABLE } from './settings.ts';

const METRICS = ['cosine', 'euclid', 'dot'] as const satisfies readonly Metric[];
const COUNT = 10;

/** The nearest words by each of three measures. */
function useNear(set: VectorSet | null, word: string): Readonly<Record<Metric, RankedAnswer | null>> {
  const ask = (metric: Metric) =>
    ({
      kind: 'nearest',
      terms: [{ word, weight: 1 }],
      metric,
      count: COUNT,
      centred: false,
      exclude: true,
    }) as const;
  const cosine = useAnswer(set, ask('cosine'));
  const euclid = useAnswer(set, ask('euclid'));
  const dot = useAnswer(set, ask('dot'));
  return { cosine: cosine.answer, euclid: euclid.answer, dot: dot.answer };
}

const hitAt = (near: RankedAnswer | null, i: number): Hit | undefined => near?.hits[i];

/** How long the word's own vector is. */
function Length({ set, word }: { readonly set: VectorSet; readonly word: string }) {
  const text = useText(embeddingsLessonMessages);
  const { answer } = useAnswer(set, { kind: 'word', word });
  if (!answer || answer.index < 0) return null;
  return (
    <p className={tools.note} data-testid="length">
      {text('embed.length', { word, length: formatFixed(answer.norm, 2), rank: answer.index + 1 })}
    </p>
  );
}

/** The nearest words of one word, by the angle, by the distance and by the dot product side by side. */
export function NearFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(embeddingsLessonMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(NEAR_TABLE, id);
  const { settings, change } = figure;
  const { word } = settings;
  const page = usePageVectors(frame);
  const near = useNear(page.set, word);
  const [lit, setLit] = useState<string | null>(null);
  const pointing: Pointing = {
    lit,
    selected: word,
    onLight: setLit,
    onSelect: (next) => change({ word: next }),
  };
  // Where the set lacks the word, the field says so.
  const shown = METRICS.filter((metric) => hitAt(near[metric], 0) !== undefined);
  const heads = METRICS.flatMap((metric) => [text(`embed.near-${metric}`), text('embed.number')]);
  const rows = Array.from({ length: COUNT }, (_, i) => [
    i + 1,
    ...METRICS.flatMap((metric) => {
      const hit = hitAt(near[metric], i);
      return [hit?.word ?? '', hit ? Math.abs(hit.score) : ''];
    }),
  ]);
  return (
    <ToolFigure
      id={id}
      title={text('embed.near-title')}
      caption={caption}
      table={NEAR_TABLE}
      figure={figure}
      csv={() => [['place', ...METRICS.flatMap((metric) => [metric, 'number'])], ...rows]}
      numbers={
        <NumberTable
          caption={text('embed.near-title')}
          heads={[text('embed.place'), ...heads]}
          rows={rows.map((row) => ({
            id: String(row[0]),
            cells: row.map((cell, i) => (typeof cell === 'number' && i > 0 ? cell.toFixed(4) : String(cell))),
          }))}
        />
      }
    >
      <div ref={frame} className={styles.block}>
        <SetGate page={page}>
          {(set) => (
            <>
              <div className={styles.field}>
                <WordField
                  set={set}
                  label={text('embed.word')}
                  value={word}
                  onChange={(next) => change({ word: next })}
                />
              </div>
              <Length set={set} word={word} />
              <div className={styles.lists}>
                {shown.map((metric) => (
                  <section key={metric} aria-label={text(`embed.near-${metric}`)}>
                    <p className={styles.subtitle}>{text(`embed.near-${metric}`)}</p>
                    <RankedWords
                      caption={text(`embed.near-${metric}`)}
                      hits={near[metric]?.hits ?? []}
                      measure={metric}
                      pointing={pointing}
                      isOld={false}
                    />
                  </section>
                ))}
              </div>
            </>
          )}
        </SetGate>
      </div>
    </ToolFigure>
  );
}

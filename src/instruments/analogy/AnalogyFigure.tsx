import { type ReactNode, useRef, useState } from 'react';
import type { CsvValue } from '../../components/interaction/csv.ts';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import type { VectorSet } from '../../store/vectors-state.ts';
import type { Table } from '../../url/fragment.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import { usePageVectors } from '../vectors/usePageVectors.ts';
import type { Pointing } from '../word-map/NeighbourLists.tsx';
import { AnalogyPanel } from './AnalogyPanel.tsx';
import styles from './analogy.module.css';
import { fillAnalogy } from './examples.ts';
import { ParallelogramView } from './ParallelogramView.tsx';
import { SetGate, SetSwitch } from './SetGate.tsx';
import { ANALOGY_FIGURE_TABLE, type AnalogyFigureSettings } from './settings.ts';
import { type Analogy, useAnalogy, useAnalogyExamples } from './useAnalogy.ts';
import { useSettledSet } from './useSettledSet.ts';

export interface AnalogyView {
  readonly set: VectorSet | null;
  readonly analogy: Analogy;
}

export interface AnalogyFigureProps {
  readonly id: string;
  readonly title?: ReactNode;
  readonly caption?: ReactNode;
  readonly table?: Table<AnalogyFigureSettings>;
  /** Sees what the figure shows. */
  readonly children?: (view: AnalogyView) => ReactNode;
}

const HEAD = ['answer', 'score', 'distance from b - a + c', 'off the plane'] as const;

/** One row an answer; distances where it is drawn. */
function rowsOf({ answer, shape }: Analogy): readonly (readonly CsvValue[])[] {
  const placed = new Map(shape?.answers.map((one) => [one.word, one]));
  return (answer?.hits ?? []).map(({ word, score }) => {
    const place = placed.get(word);
    return [word, score, place?.distance ?? '', place?.off ?? ''];
  });
}

const digits = (value: CsvValue | undefined): string => (typeof value === 'number' ? value.toFixed(4) : '–');

function Numbers({ analogy }: { readonly analogy: Analogy }) {
  const text = useText(analogyMessages);
  const { question } = analogy;
  if (!question) return null;
  const { a, b, c, method } = question;
  return (
    <NumberTable
      caption={text('analogy.answers', { a, b, c })}
      heads={[
        text('analogy.head-word'),
        text(`analogy.head-${method}`),
        text('analogy.head-distance'),
        text('analogy.head-off'),
      ]}
      rows={rowsOf(analogy).map(([word, score, distance, off]) => ({
        id: String(word),
        cells: [String(word), digits(score), digits(distance), digits(off)],
      }))}
    />
  );
}

/** A question to real vectors, its answers, and the parallelogram that they nearly make. */
export function AnalogyFigure(props: AnalogyFigureProps) {
  const { id, title, caption, table = ANALOGY_FIGURE_TABLE, children } = props;
  const text = useText(analogyMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(table, id);
  const { change } = figure;
  const page = usePageVectors(frame);
  useSettledSet(page, figure.settings.set);
  const examples = useAnalogyExamples(page.set);
  const settings = fillAnalogy(figure.settings, examples ?? []);
  const analogy = useAnalogy(page.set, settings);
  const [lit, setLit] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const pointing: Pointing = { lit, selected, onLight: setLit, onSelect: setSelected };
  return (
    <ToolFigure
      id={id}
      title={title ?? text('analogy.title')}
      caption={caption}
      table={table}
      figure={figure}
      csv={() => [HEAD, ...rowsOf(analogy)]}
      numbers={<Numbers analogy={analogy} />}
    >
      <div ref={frame} className={styles.figure}>
        <SetSwitch page={page} onChange={(set) => change({ set, a: '', b: '', c: '' })} />
        <SetGate page={page}>
          {(set) => (
            <div className={styles.both}>
              <AnalogyPanel {...{ set, settings, change, analogy, pointing, examples }} />
              <ParallelogramView analogy={analogy} dimensions={set.info.dimensions} pointing={pointing} />
            </div>
          )}
        </SetGate>
      </div>
      {children?.({ set: page.set, analogy })}
    </ToolFigure>
  );
}

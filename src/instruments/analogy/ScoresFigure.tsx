import { type ReactNode, useRef } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import { usePageVectors } from '../vectors/usePageVectors.ts';
import styles from './analogy.module.css';
import { CategoryScores } from './CategoryScores.tsx';
import { categoryName } from './category-name.ts';
import { SetGate, SetSwitch } from './SetGate.tsx';
import type { Scored, ScoredCategory } from './scored.ts';
import { SCORES_FIGURE_TABLE } from './settings.ts';
import type { Scores } from './useScores.ts';
import { useScoring } from './useScoring.ts';
import { useSettledSet } from './useSettledSet.ts';

export interface ScoresFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  /** Sees what the figure shows. */
  readonly children?: (scores: Scores) => ReactNode;
}

const HEAD = [
  'category',
  'questions',
  'answerable',
  'right, query words excluded',
  'right, nothing excluded',
  'query words, nothing excluded',
] as const;

const cellsOf = ({ name, questions, answerable, excluded, included, queryWords }: ScoredCategory) => [
  name,
  questions,
  answerable,
  excluded,
  included,
  queryWords,
];

function Numbers({ scored }: { readonly scored: Scored }) {
  const text = useText(analogyMessages);
  return (
    <NumberTable
      caption={text('analogy.scores-caption')}
      heads={[
        text('analogy.category'),
        text('analogy.questions'),
        text('analogy.answerable'),
        text('analogy.right-excluded'),
        text('analogy.right-included'),
        text('analogy.query-words'),
      ]}
      rows={[...scored.categories, { ...scored.all, name: text('analogy.all') }].map((category, i) => ({
        id: String(i),
        cells: cellsOf({ ...category, name: categoryName(category.name, text) }).map(String),
      }))}
    />
  );
}

/** How many analogies of each kind come out, asked in both ways. */
export function ScoresFigure({ id, caption, children }: ScoresFigureProps) {
  const text = useText(analogyMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(SCORES_FIGURE_TABLE, id);
  const { settings, change } = figure;
  const page = usePageVectors(frame);
  useSettledSet(page, settings.set);
  const scoring = useScoring(page.set, settings);
  const { answer } = scoring.scores;
  return (
    <ToolFigure
      id={id}
      title={text('analogy.scores-title')}
      caption={caption}
      table={SCORES_FIGURE_TABLE}
      figure={figure}
      csv={() => [HEAD, ...(answer?.categories ?? []).map(cellsOf)]}
      numbers={answer && <Numbers scored={answer} />}
    >
      <div ref={frame} className={styles.figure}>
        <SetSwitch page={page} onChange={(set) => change({ set, list: null })} />
        <SetGate page={page}>{(set) => <CategoryScores {...{ set, settings, change, scoring }} />}</SetGate>
      </div>
      {children?.(scoring.scores)}
    </ToolFigure>
  );
}

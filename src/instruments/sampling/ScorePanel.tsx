import { type RefObject, useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { decadesOf } from '../../components/plots/ScoreColumns.tsx';
import { powerTick } from '../../components/plots/scoreLabels.ts';
import { useText } from '../../components/text/useText.tsx';
import { samplingMessages } from '../../i18n/messages/sampling.ts';
import type { TextModel } from '../../models/language/text-model.ts';
import { useSeen } from '../runs/useSeen.ts';
import tools from '../tools/tools.module.css';
import { useExports } from '../tools/useExports.ts';
import { otherOrder } from './otherOrder.ts';
import { ScoreSide } from './ScoreSide.tsx';
import { ScoreTable, scoreCsv } from './ScoreTable.tsx';
import styles from './sampling.module.css';
import { SCORE_TABLE, type ScoreSettings } from './settings.ts';
import { type Score, useScore } from './useScore.ts';

export interface ScorePanelProps {
  /** Names its exports, and is unique on the page. */
  readonly id: string;
  /** A network by `useTextModel`, or an n-gram model by `ngramTextModel`; null while there is none. */
  readonly model: TextModel | null;
  /** Optimiser steps behind the model; null for one that was counted. */
  readonly step: number | null;
  /** Of `SCORE_TABLE`. */
  readonly settings: ScoreSettings;
  readonly change: (part: Partial<ScoreSettings>) => void;
}

/** P of a typed sentence, token by token, and of two sentences side by side. */
export function ScorePanel(props: ScorePanelProps) {
  const text = useText(samplingMessages);
  const frame = useRef<HTMLElement>(null);
  const seen = useSeen(frame);
  const { model, step, settings, change } = props;
  const { sentence, other, comparing } = settings;
  const first = useScore(model, step, sentence, seen.now);
  const second = useScore(model, step, comparing ? other : '', seen.now);
  const scores = [first.score, comparing ? second.score : null].filter((score) => score !== null);
  const decades = Math.max(
    2,
    ...scores.map((score) => decadesOf(score.scores, score.model.vocabulary.tokens.length)),
  );
  return (
    <section
      ref={frame}
      id={props.id}
      className={`${tools.root} ${styles.panel}`}
      aria-label={text('score.title')}
    >
      {model === null ? (
        <p className={tools.waiting}>{text('score.no-model')}</p>
      ) : (
        <>
          <div className={styles.bar}>
            <Toggle
              label={text('score.compare')}
              checked={comparing}
              onChange={(on) => change({ comparing: on })}
            />
            {comparing && sentence.trim() !== '' && (
              <Button onClick={() => change({ other: otherOrder(sentence) })}>{text('score.swap')}</Button>
            )}
          </div>
          <div className={styles.sides} data-two={comparing || undefined}>
            <ScoreSide
              label={text(comparing ? 'score.first' : 'score.sentence')}
              sentence={sentence}
              onSentence={(typed) => change({ sentence: typed })}
              scored={first}
              decades={decades}
            />
            {comparing && (
              <ScoreSide
                label={text('score.second')}
                sentence={other}
                onSentence={(typed) => change({ other: typed })}
                scored={second}
                decades={decades}
              />
            )}
          </div>
          {comparing && first.score?.isDone && second.score?.isDone && (
            <Verdict first={first.score} second={second.score} />
          )}
          {first.score && first.score.step !== null && (
            <p className={styles.note}>{text('score.at-step', { step: first.score.step })}</p>
          )}
          <Numbers {...props} scores={scores} frame={frame} />
        </>
      )}
    </section>
  );
}

/** How many times as probable, from a difference of logarithms. */
const timesText = (difference: number): string =>
  difference < Math.log(1000) ? Math.exp(difference).toFixed(1) : powerTick(Math.exp(difference), 1);

/** Which of two sentences the model finds more probable. */
function Verdict({ first, second }: { readonly first: Score; readonly second: Score }) {
  const text = useText(samplingMessages);
  const [a, b] = [first.scores.at(-1), second.scores.at(-1)];
  if (!a || !b) return null;
  const difference = a.running - b.running;
  const times = timesText(Math.abs(difference));
  const isComparable = Number.isFinite(a.running) && Number.isFinite(b.running);
  const code = difference === 0 ? 'same' : difference > 0 ? 'more' : 'less';
  return (
    <p className={styles.origin} role="status">
      {isComparable ? text(`score.${code}`, { times }) : text('score.incomparable')}
      {a.counted === b.counted ? null : ` ${text('score.lengths')}`}
    </p>
  );
}

/** The same numbers as tables and a file. */
function Numbers(
  props: ScorePanelProps & {
    readonly scores: readonly Score[];
    readonly frame: RefObject<HTMLElement | null>;
  },
) {
  const text = useText(samplingMessages);
  const { id, scores, settings, frame: root } = props;
  const [open, setOpen] = useState(false);
  const files = useExports({ figure: id, table: SCORE_TABLE, settings, csv: () => scoreCsv(scores), root });
  if (scores.every((score) => score.scores.length === 0)) return null;
  return (
    <div className={styles.numbers}>
      <div className={styles.bar}>
        <Button icon="table" pressed={open} onClick={() => setOpen(!open)}>
          {text('sample.table')}
        </Button>
        <Button icon="export" onClick={() => void files.save('csv')}>
          {text('score.csv')}
        </Button>
      </div>
      {open &&
        scores.map((score, i) => (
          <ScoreTable
            // biome-ignore lint/suspicious/noArrayIndexKey: the first sentence, the second.
            key={i}
            score={score}
            caption={scores.length > 1 ? `${text('score.table')} · ${i + 1}` : text('score.table')}
          />
        ))}
    </div>
  );
}

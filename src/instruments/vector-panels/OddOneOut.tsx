import { useMemo } from 'react';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import type { Hit } from '../../store/vectors-state.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { hasCharacters, type PanelProps } from './panel.ts';
import { WordButton } from './RankedWords.tsx';
import { useReport } from './ReportsProvider.tsx';
import { Failed, MissingWords } from './Said.tsx';
import styles from './vector-panels.module.css';
import { WordsField } from './WordsField.tsx';
import { readWords, writeWords } from './word-lists.ts';

/** Most words that are compared at once. */
const MOST = 30;
/** Of two words neither is the odd one. */
const LEAST = 3;

interface ScoresProps extends Pick<PanelProps, 'pointing'> {
  readonly scores: readonly Hit[];
  readonly isOld: boolean;
}

/** Every word with its cosine to the mean of the others; the least of them is named. */
function Scores({ scores, pointing, isOld }: ScoresProps) {
  const text = useText(vectorPanelMessages);
  const report = useMemo(
    () => ({
      caption: text('vectorpanels.odd-caption'),
      heads: [text('vectorpanels.head-word'), text('vectorpanels.odd-head')],
      rows: scores.map(({ word, score }) => [word, score]),
    }),
    [scores, text],
  );
  useReport(report);
  const least = Math.min(...scores.map(({ score }) => score));
  return (
    <table className={styles.ranked} aria-busy={isOld} data-old={isOld || undefined}>
      <caption>{text('vectorpanels.odd-caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('vectorpanels.head-word')}</th>
          <th scope="col">{text('vectorpanels.odd-head')}</th>
        </tr>
      </thead>
      <tbody>
        {scores.map(({ word, score }) => (
          <tr
            key={word}
            data-hit={word}
            data-odd={score === least || undefined}
            data-lit={word === pointing.lit || undefined}
            onPointerEnter={() => pointing.onLight(word)}
            onPointerLeave={() => pointing.onLight(null)}
          >
            <th scope="row">
              <WordButton word={word} pointing={pointing} strong={score === least} />
              {score === least && <span className={styles.tag}>{text('vectorpanels.odd-one')}</span>}
            </th>
            <td>
              <span
                className={styles.track}
                data-tone={score === least ? 'odd' : undefined}
                aria-hidden="true"
              >
                <span style={{ width: `${100 * Math.max(0, Math.min(1, score))}%` }} />
              </span>
              <span className={styles.score}>{formatFixed(score, 3)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which of some words is least like the others. */
export function OddOneOut({ set, settings, change, pointing }: PanelProps) {
  const text = useText(vectorPanelMessages);
  const characters = hasCharacters(set);
  const words = useMemo(
    () => readWords(settings.odd, { most: MOST, characters }),
    [settings.odd, characters],
  );
  const isEnough = words.length >= LEAST;
  const { answer, pending, failed } = useAnswer(
    set,
    isEnough ? { kind: 'odd', words, centred: settings.centred } : null,
  );
  const replace = (missing: string, word: string) =>
    change({ odd: writeWords(words.map((each) => (each === missing ? word : each))) });
  return (
    <section className={styles.panel} aria-label={text('vectorpanels.odd')} data-panel="odd">
      <WordsField
        label={text('vectorpanels.odd-words')}
        hint={text('vectorpanels.words-hint')}
        value={settings.odd}
        onChange={(odd) => change({ odd })}
      />
      <Toggle
        label={text('vectorpanels.centred')}
        checked={settings.centred}
        onChange={(centred) => change({ centred })}
      />
      {!isEnough && <p className={styles.note}>{text('vectorpanels.odd-few', { least: LEAST })}</p>}
      <Failed detail={failed} />
      {isEnough && answer && (
        <>
          <MissingWords set={set} words={answer.missing} onReplace={replace} />
          {answer.scores.length > 0 && <Scores scores={answer.scores} pointing={pointing} isOld={pending} />}
        </>
      )}
    </section>
  );
}

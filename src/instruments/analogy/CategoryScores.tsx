import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import type { VectorSet } from '../../store/vectors-state.ts';
import { OwnList } from './OwnList.tsx';
import { ScoreKey, ScoreTable } from './ScoreTable.tsx';
import styles from './scores.module.css';
import { LISTS, METHODS, type ScoreSettings } from './settings.ts';
import type { Scoring } from './useScoring.ts';

export interface CategoryScoresProps {
  readonly set: VectorSet;
  readonly settings: ScoreSettings;
  readonly change: (part: Partial<ScoreSettings>) => void;
  readonly scoring: Scoring;
}

const THOUSANDS = [5, 10, 20, 30, 50, 100, 200, 400];

/** Which questions, by which method, among how many words. */
function Choices({ set, settings, change, scoring }: CategoryScoresProps) {
  const text = useText(analogyMessages);
  const { words } = set.info;
  const fewer = THOUSANDS.filter((thousands) => 1000 * thousands < words);
  const candidates = [
    { value: '0', label: text('analogy.candidates-all', { count: words }) },
    ...fewer.map((thousands) => ({
      value: String(thousands),
      label: text('analogy.candidates-first', { count: 1000 * thousands }),
    })),
  ];
  return (
    <div className={styles.row}>
      <SegmentedControl
        label={text('analogy.list')}
        value={scoring.list}
        options={LISTS.map((value) => ({ value, label: text(`analogy.list-${value}`) }))}
        onChange={(list) => change({ list })}
      />
      <SegmentedControl
        label={text('analogy.method')}
        value={settings.method}
        options={METHODS.map((value) => ({ value, label: text(`analogy.by-${value}`) }))}
        onChange={(method) => change({ method })}
      />
      <Toggle
        label={text('analogy.centred')}
        checked={settings.centred}
        onChange={(centred) => change({ centred })}
      />
      <Select
        label={text('analogy.candidates')}
        value={String(settings.thousands)}
        options={candidates}
        onChange={(thousands) => change({ thousands: Number(thousands) })}
      />
    </div>
  );
}

function RunBar({ scoring }: { readonly scoring: Scoring }) {
  const text = useText(analogyMessages);
  const { scores, isRunning, isDue, list } = scoring;
  const share = scores.share ?? 0;
  if (!isRunning && !isDue && list !== 'own') return null;
  return (
    <div className={styles.row}>
      {isRunning ? (
        <>
          <progress max={1} value={share} aria-label={text('analogy.scores')} />
          <span className={styles.note}>
            {text('analogy.scoring', { share: `${Math.round(100 * share)}%` })}
          </span>
          <Button onClick={scoring.cancel}>{text('analogy.stop')}</Button>
        </>
      ) : (
        <Button disabled={!isDue} onClick={scoring.run}>
          {text('analogy.run')}
        </Button>
      )}
    </div>
  );
}

function Result({ scoring }: { readonly scoring: Scoring }) {
  const text = useText(analogyMessages);
  const { answer, excluded, included } = scoring.scores;
  const failed = excluded.failed ?? included.failed;
  if (failed !== null)
    return (
      <p role="alert" className={styles.error}>
        {failed}
      </p>
    );
  if (!answer) return null;
  const { all, candidates, bad, ms } = answer;
  const method = text(`analogy.by-${excluded.question?.method ?? 'add'}`);
  return (
    <>
      {bad && (
        <p role="alert" className={styles.error}>
          {text('analogy.bad-lines', { line: bad.line, count: bad.count })}
        </p>
      )}
      {all.answerable === 0 ? (
        <p className={styles.note}>{text('analogy.no-questions')}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
          <section className={styles.scroll} tabIndex={0} aria-label={text('analogy.scores-caption')}>
            <ScoreTable scored={answer} isOld={scoring.isRunning} />
          </section>
          <ScoreKey />
        </>
      )}
      {all.questions > 0 && (
        <p className={styles.note} data-testid="scored">
          {text('analogy.scores-note', {
            answerable: all.answerable,
            questions: all.questions,
            candidates,
            method,
            seconds: (ms / 1000).toFixed(1),
          })}
        </p>
      )}
    </>
  );
}

/** How many questions of each kind an open set answers, with the words of the question left out and with nothing left out. */
export function CategoryScores(props: CategoryScoresProps) {
  const text = useText(analogyMessages);
  const { scoring } = props;
  return (
    <section className={styles.panel} aria-label={text('analogy.scores')} data-panel="scores">
      <Choices {...props} />
      {scoring.list === 'own' && <OwnList scoring={scoring} />}
      <RunBar scoring={scoring} />
      <Result scoring={scoring} />
    </section>
  );
}

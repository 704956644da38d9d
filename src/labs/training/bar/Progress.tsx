import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { useLocale, useText } from '../../../components/text/useText.tsx';
import { timeText } from '../../../instruments/training-curves/timeText.ts';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import { epochSteps } from '../state/goal.ts';
import type { OpenView } from '../state/view.ts';

type Say = ReturnType<typeof useText<keyof typeof trainingMessages.en>>;

/** How fast, and how long still. */
function paceParts({ state, step, rest }: OpenView, say: Say, whole: Intl.NumberFormat): readonly string[] {
  const { frame, info, phase } = state;
  if (phase === 'paused') return [say('lab.resting')];
  const rate = frame?.stepsPerSecond ?? 0;
  if (phase !== 'playing' || !info || rate <= 0) return [];
  const tokens = rate * info.batch * info.steps;
  const speed = say('lab.speed', {
    steps: formatFixed(rate, rate < 10 ? 1 : 0),
    tokens: whole.format(Math.round(tokens)),
  });
  return rest === null ? [speed] : [speed, say('lab.left', { time: timeText((rest - step) / rate) })];
}

function stateText({ state }: OpenView, say: Say): string | null {
  if (state.phase === 'failed' || state.phase === 'unavailable') return say('lab.failed');
  if (state.phase !== 'starting') return null;
  const { preparing } = state;
  if (!preparing) return say('lab.starting');
  return say('lab.preparing', { share: `${Math.floor((100 * preparing.done) / preparing.total)} %` });
}

/** How far the open run is, how fast it goes, and what it turned out to be. */
export function Progress({ open }: { readonly open: OpenView }) {
  const text = useText(trainingMessages);
  const whole = new Intl.NumberFormat(useLocale());
  const { state, step, rest } = open;
  const { info, preparing } = state;
  const special = stateText(open, text);
  const steps = whole.format(step);
  const at =
    rest === null
      ? text('lab.at-step-endless', { step: steps })
      : text('lab.at-step', { step: steps, rest: whole.format(rest) });
  const epochs = info ? [text('lab.epoch', { epoch: formatFixed(step / epochSteps(info), 2) })] : [];
  const parts = special ? [special] : [at, ...epochs, ...paceParts(open, text, whole)];
  const share = preparing ? preparing.done / preparing.total : rest === null ? null : step / rest;
  return (
    <div className={styles.progress}>
      {share !== null && (
        <progress
          className={styles.meter}
          max={1}
          value={share}
          aria-label={text('lab.progress', { rest: whole.format(rest ?? 0) })}
        />
      )}
      <p className={styles.status} data-testid="progress" data-phase={state.phase} data-step={step}>
        {parts.join(' · ')}
      </p>
      {info && (
        <p className={styles.note} data-testid="facts">
          {text('lab.facts', {
            parameters: whole.format(info.parameterCount),
            vocabulary: whole.format(info.vocabulary.length),
            tokens: whole.format(info.tokens),
            heldOut: info.heldOut,
          })}
        </p>
      )}
    </div>
  );
}

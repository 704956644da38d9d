import { type ReactNode, useEffect } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './Checkpoint.module.css';
import { useHolds, usePassed } from './CheckpointProvider.tsx';
import { AttemptContext, NO_ATTEMPT } from './CheckpointQuestion.tsx';
import { useOnStage } from './Stage.tsx';
import { type Expected, useAttempt } from './useAttempt.ts';

/**
 * Predict, then reveal: `<Question>` with `<Choice>`s (one `correct`), or with a number (`answer`, `tolerance`); `<Hint>` and
 * `<Explanation>` show when they are due. Or do: `do check="name"` waits until a figure says by `useCondition(name, …)` that the
 * running model satisfies it.
 */
type CheckpointProps = {
  readonly id: string;
  readonly children: ReactNode;
} & (
  | { readonly do?: false; readonly answer?: number; readonly tolerance?: number }
  | { readonly do: true; readonly check: string }
);

export function Checkpoint(props: CheckpointProps) {
  if (props.do) {
    return (
      <DoCheckpoint id={props.id} check={props.check}>
        {props.children}
      </DoCheckpoint>
    );
  }
  const expected =
    props.answer === undefined ? null : { answer: props.answer, tolerance: props.tolerance ?? 0 };
  return (
    <PredictCheckpoint id={props.id} expected={expected}>
      {props.children}
    </PredictCheckpoint>
  );
}

function Frame(props: {
  readonly id: string;
  readonly kind: 'predict' | 'do';
  readonly passed: boolean;
  readonly children: ReactNode;
}) {
  const text = useText();
  const onStage = useOnStage(props.id);
  return (
    <section id={props.id} className={styles.checkpoint} data-checkpoint={props.id} data-on-stage={onStage}>
      <h3 className={styles.title}>
        <span>{text('check.title')}</span>
        <span className={styles.kind}>{text(`check.${props.kind}`)}</span>
        {props.passed && <span className={styles.passed}>✓ {text('check.passed')}</span>}
      </h3>
      {props.children}
    </section>
  );
}

type AttemptState = ReturnType<typeof useAttempt>;

const isOver = ({ attempt }: AttemptState): boolean =>
  attempt.phase === 'right' || attempt.phase === 'revealed';

/** The box for a number. */
function NumberAnswer(props: { readonly state: AttemptState }) {
  const text = useText();
  const { state } = props;
  return (
    <label className={styles.number}>
      <span>{text('check.answer')}</span>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={state.typed}
        disabled={isOver(state)}
        aria-invalid={state.complaint === 'check.not-a-number'}
        onChange={(event) => state.type(event.target.value)}
      />
    </label>
  );
}

/** The verdict on the last answer, spoken when it changes. */
function Verdict(props: { readonly state: AttemptState; readonly expected: Expected | null }) {
  const text = useText();
  const { attempt, complaint } = props.state;
  const revealed = attempt.phase === 'revealed' && props.expected;
  return (
    <span className={styles.verdict} data-phase={attempt.phase} role="status">
      {complaint && text(complaint)}
      {attempt.phase === 'right' && text('check.right')}
      {attempt.phase === 'wrong' && text('check.wrong')}
      {revealed && text('check.revealed', { answer: revealed.answer })}
    </span>
  );
}

function Actions(props: { readonly state: AttemptState; readonly expected: Expected | null }) {
  const text = useText();
  const { state } = props;
  const over = isOver(state);
  return (
    <div className={styles.actions}>
      {over && (
        <button type="button" className="button" onClick={state.retry}>
          {text('check.retry')}
        </button>
      )}
      {!over && (
        <button type="submit" className="button primary">
          {text('check.submit')}
        </button>
      )}
      {state.attempt.phase === 'wrong' && (
        <button type="button" className="button" onClick={state.reveal}>
          {text('check.reveal')}
        </button>
      )}
      <Verdict {...props} />
    </div>
  );
}

function PredictCheckpoint(props: {
  readonly id: string;
  readonly expected: Expected | null;
  readonly children: ReactNode;
}) {
  const [passed, pass] = usePassed(props.id);
  const state = useAttempt(props.expected, pass);
  return (
    <Frame id={props.id} kind="predict" passed={passed}>
      <AttemptContext value={state.attempt}>
        <form onSubmit={state.submit} noValidate>
          <fieldset className={styles.form} aria-labelledby={state.attempt.name}>
            {props.children}
            {props.expected && <NumberAnswer state={state} />}
            <Actions state={state} expected={props.expected} />
          </fieldset>
        </form>
      </AttemptContext>
    </Frame>
  );
}

function DoCheckpoint(props: { readonly id: string; readonly check: string; readonly children: ReactNode }) {
  const text = useText();
  const holds = useHolds(props.check);
  const [passed, pass] = usePassed(props.id);
  useEffect(() => {
    if (holds) pass();
  }, [holds, pass]);
  const phase = holds || passed ? 'right' : 'open';
  return (
    <Frame id={props.id} kind="do" passed={passed}>
      <AttemptContext value={{ ...NO_ATTEMPT, phase }}>
        <div className={styles.form}>
          {props.children}
          <p className={styles.verdict} data-phase={phase} role="status">
            {text(phase === 'right' ? 'check.done' : 'check.waiting')}
          </p>
        </div>
      </AttemptContext>
    </Frame>
  );
}

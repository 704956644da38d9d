import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { useText } from '../../components/text/useText.tsx';
import { embeddingMessages } from '../../i18n/messages/embeddings.ts';
import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import { EmbeddingBadge } from './EmbeddingBadge.tsx';
import styles from './embeddings.module.css';
import { Progress } from './Progress.tsx';

/** Steps a second that are offered; 'max': no limit. */
const PACES = ['1', '10', '100', 'max'] as const;
export type EmbeddingPace = (typeof PACES)[number];

const limitOf = (pace: EmbeddingPace): number | null => (pace === 'max' ? null : Number(pace));

export interface TrainBarProps {
  /** Null: it begins when the figure is seen and its text is there. */
  readonly run: EmbeddingRun | null;
  readonly state: EmbeddingRunState | null;
  /** How fast at first; as fast as the machine goes if not said. */
  readonly pace?: EmbeddingPace;
  /** The seed as the figure's settings have it; absent: no field. */
  readonly seed?: { readonly value: number; readonly onChange: (seed: number) => void };
  /** Accessible name, where a page has several bars. */
  readonly name?: string;
}

/** Train, pause, one step, start over, how fast, from which seed; how far it is, and what computes it in the top bar. */
export function TrainBar({ run, state, pace = 'max', seed, name }: TrainBarProps) {
  const text = useText(embeddingMessages);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div role="group" className={styles.bar} aria-label={name ?? text('embeddings.bar')}>
      <div className={styles.row}>
        <TrainButtons run={run} state={state} initial={pace} />
        {seed && (
          <span className={styles.seed}>
            <NumberField
              label={text('embeddings.seed')}
              value={seed.value}
              min={0}
              max={2 ** 32 - 1}
              integer
              onChange={seed.onChange}
            />
          </span>
        )}
      </div>
      <Progress state={state} />
      {state && <EmbeddingBadge state={state} />}
    </div>
  );
}

function TrainButtons({
  run,
  state,
  initial,
}: Pick<TrainBarProps, 'run' | 'state'> & { readonly initial: EmbeddingPace }) {
  const text = useText(embeddingMessages);
  const [pace, setPace] = useState(initial);
  const phase = state?.phase ?? 'starting';
  const kind = state?.config.method.kind ?? 'word2vec';
  const isPlaying = phase === 'playing';
  const canTrain = isPlaying || phase === 'paused';
  const canReset = run !== null && phase !== 'unavailable' && phase !== 'starting';
  const change = (next: EmbeddingPace) => {
    setPace(next);
    if (isPlaying) run?.play(limitOf(next));
  };
  const paces = PACES.map((value) => ({
    value,
    label:
      value === 'max'
        ? text('embeddings.pace-max')
        : text('embeddings.pace-some', { count: Number(value), kind }),
  }));
  return (
    <>
      <MainButton run={run} phase={phase} onTrain={() => run?.play(limitOf(pace))} />
      <Button
        label={text('embeddings.once-label', { kind })}
        disabled={!canTrain}
        onClick={() => run?.step()}
      >
        {text('embeddings.once', { kind })}
      </Button>
      <Button
        icon="reset"
        label={text('embeddings.reset')}
        disabled={!canReset}
        onClick={() => run?.reset()}
      />
      <Select label={text('embeddings.pace')} value={pace} options={paces} onChange={change} />
    </>
  );
}

function MainButton(props: {
  readonly run: EmbeddingRun | null;
  readonly phase: EmbeddingRunState['phase'];
  readonly onTrain: () => void;
}) {
  const { run, phase, onTrain } = props;
  const text = useText(embeddingMessages);
  if (phase === 'playing') {
    return (
      <Button primary icon="pause" onClick={() => run?.pause()}>
        {text('embeddings.pause')}
      </Button>
    );
  }
  if (phase === 'done') {
    const again = () => {
      run?.reset();
      onTrain();
    };
    return (
      <Button primary icon="reset" onClick={again}>
        {text('embeddings.again')}
      </Button>
    );
  }
  return (
    <Button primary icon="play" disabled={phase !== 'paused'} onClick={onTrain}>
      {text('embeddings.start')}
    </Button>
  );
}

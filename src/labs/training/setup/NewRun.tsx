import { useMemo } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { useLocale, useText } from '../../../components/text/useText.tsx';
import { MOST_BYTES } from '../../../instruments/language/cost.ts';
import { timeText } from '../../../instruments/training-curves/timeText.ts';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import type { TrainingView } from '../state/view.ts';
import { bytesText } from './bytesText.ts';
import { costOfSettings, measuredRate } from './cost.ts';

/** Steps that the estimate is for where training never rests. */
const SOME_STEPS = 1000;

function useCost({ settings, source }: TrainingView) {
  const { cell, hidden, layers, batch, steps, optimizer, level, vocabulary } = settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what of the settings a cost depends on.
  return useMemo(
    () => (source ? costOfSettings(settings, source.text) : null),
    [source, cell, hidden, layers, batch, steps, optimizer, level, vocabulary],
  );
}

/** What a run of these settings takes, and the button that begins one. */
export function NewRun({ view }: { readonly view: TrainingView }) {
  const text = useText(trainingMessages);
  const locale = useLocale();
  const cost = useCost(view);
  const { open, settings, state } = view;
  const rate = measuredRate(state.models ?? []);
  const steps = settings.unit === 'steps' && settings.goal > 0 ? settings.goal : SOME_STEPS;
  const isPrimary = !open?.isShown;
  return (
    <div className={styles.newRun}>
      {!cost && <p className={styles.note}>{text('lab.waits-for-text')}</p>}
      {cost?.isRefused && (
        <p className={styles.error} role="alert">
          {text('lab.refused', { memory: bytesText(cost.bytes), most: bytesText(MOST_BYTES) })}
        </p>
      )}
      {cost && !cost.isRefused && (
        <p className={styles.note} data-testid="cost">
          {text('lab.cost', {
            parameters: new Intl.NumberFormat(locale).format(cost.parameters),
            exact: cost.vocabulary === open?.model.facts?.vocabulary && open.isShown ? 'yes' : 'no',
            memory: bytesText(cost.bytes),
          })}
          {' · '}
          {rate
            ? text('lab.cost-time', {
                time: timeText((cost.flops * steps) / rate.rate),
                steps,
                name: rate.name,
              })
            : text('lab.cost-time-unknown')}
        </p>
      )}
      {open && !open.isShown && (
        <p className={styles.note}>
          {text('lab.differs')}{' '}
          <Button onClick={() => view.showSettings(open.model)}>
            {text('lab.back-to-open', { name: open.model.name })}
          </Button>
        </p>
      )}
      <Button primary={isPrimary} disabled={!cost || cost.isRefused} onClick={view.startNew}>
        {text('lab.new-run')}
      </Button>
    </div>
  );
}

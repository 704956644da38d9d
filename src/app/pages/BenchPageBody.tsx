import { useState } from 'react';
import { type BenchPlan, expectedSeconds, FULL, readPlan, writePlan } from '../../../bench/browser/plan.ts';
import { Button } from '../../components/controls/Button.tsx';
import { Callout } from '../../components/prose/Callout.tsx';
import { useText } from '../../components/text/useText.tsx';
import { benchMessages } from '../../i18n/messages/bench.ts';
import styles from './BenchPage.module.css';
import { BenchPageChoices } from './BenchPageChoices.tsx';
import { BenchPageProgress } from './BenchPageProgress.tsx';
import { BenchPageResults } from './BenchPageResults.tsx';
import { useBench } from './useBench.ts';
import { useBenchEvents } from './useBenchEvents.ts';

/** The choice, also in the address: a link asks others to measure the same. */
function usePlan(): readonly [BenchPlan, (plan: BenchPlan) => void] {
  const [plan, setPlan] = useState(() => readPlan(location.hash));
  const choose = (next: BenchPlan) => {
    setPlan(next);
    history.replaceState(history.state, '', writePlan(next));
  };
  return [plan, choose];
}

export function BenchPageBody() {
  const text = useText(benchMessages);
  const [plan, choose] = usePlan();
  const bench = useBench();
  useBenchEvents(bench);
  const isRunning = bench.phase === 'running';
  const isEmpty = [plan.cells, plan.sizes, plan.contestants].some(({ length }) => length === 0);
  return (
    <div className={styles.page}>
      <p>{text('bench.lede', { ...FULL })}</p>
      <p>{text('bench.fair')}</p>
      <Callout kind="practice">
        <p>{text('bench.quiet')}</p>
      </Callout>
      <BenchPageChoices plan={plan} disabled={isRunning} onChange={choose} />
      <p className={styles.hint}>
        {isEmpty
          ? text('bench.choose')
          : text('bench.takes', { minutes: Math.round(expectedSeconds(plan) / 60) })}
      </p>
      <div className={styles.actions}>
        {/* One button, so that the focus stays where it was. */}
        <Button
          primary={!isRunning}
          disabled={isEmpty}
          onClick={isRunning ? bench.stop : () => bench.run(plan)}
        >
          {text(isRunning ? 'bench.stop' : 'bench.run')}
        </Button>
      </div>
      <BenchPageProgress bench={bench} />
      {bench.machine && bench.results.length > 0 && (
        <BenchPageResults machine={bench.machine} results={bench.results} />
      )}
    </div>
  );
}

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { createRunStore } from '../../store/run.ts';
import type { Run } from '../../store/run-state.ts';
import { useSeen } from '../runs/useSeen.ts';
import { useSmallRunTier } from '../runs/useSmallRunTier.ts';
import { FORM_FACTS, type Form, formConfig, SECONDS } from './forms.ts';

export interface FormRun {
  /** Null until the figure is first seen. */
  readonly run: Run | null;
  play(): void;
  pause(): void;
  /** From the seed, paused. */
  reset(): void;
}

function train(run: Run, form: Form): void {
  const { until } = FORM_FACTS[form];
  run.play(until / SECONDS, until);
}

/**
 * A run for every form, made and trained when the form is first chosen, and kept while the page is open: coming back to a
 * form finds its network as it was left. Another seed begins them all anew.
 */
export function useFormRuns(frame: RefObject<HTMLElement | null>, form: Form, seed: number): FormRun {
  const { ever, now } = useSeen(frame);
  const tier = useSmallRunTier();
  const kept = useRef(new Map<Form, Run>());
  const [run, setRun] = useState<Run | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another seed or tier ends all runs there are.
  useEffect(() => {
    const runs = kept.current;
    return () => {
      for (const each of runs.values()) each.dispose();
      runs.clear();
      setRun(null);
    };
  }, [seed, tier]);
  useEffect(() => {
    if (!ever) return;
    const known = kept.current.get(form);
    const chosen = known ?? createRunStore({ config: formConfig(form, seed), probe: null, pinned: tier });
    kept.current.set(form, chosen);
    if (!known) train(chosen, form);
    setRun(chosen);
  }, [ever, form, seed, tier]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run that was just made must hear of it too.
  useEffect(() => {
    for (const [of, each] of kept.current) each.setVisible(now && of === form);
  }, [now, form, run]);
  const play = useCallback(() => run && train(run, form), [run, form]);
  const pause = useCallback(() => run?.pause(), [run]);
  const reset = useCallback(() => run?.reset(), [run]);
  return { run, play, pause, reset };
}

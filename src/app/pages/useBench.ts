import { useEffect, useRef, useState } from 'react';
import { type Progress, runBench } from '../../../bench/browser/bench.ts';
import { describeMachine, type Machine } from '../../../bench/browser/machine.ts';
import type { BenchPlan } from '../../../bench/browser/plan.ts';
import type { Result } from '../../../bench/browser/table.ts';

export interface BenchState {
  readonly phase: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  readonly progress: Progress | null;
  readonly results: readonly Result[];
  readonly machine: Machine | null;
  /** Why it broke off; only then. */
  readonly reason: string | null;
}

export interface Bench extends BenchState {
  readonly run: (plan: BenchPlan) => void;
  readonly stop: () => void;
}

const IDLE: BenchState = { phase: 'idle', progress: null, results: [], machine: null, reason: null };

/** A bench and what it has measured so far. Leaving the page stops it. */
export function useBench(): Bench {
  const [state, setState] = useState(IDLE);
  const running = useRef<AbortController | null>(null);
  const stop = () => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);
  const run = (plan: BenchPlan) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const change = (part: Partial<BenchState>) => {
      if (running.current === controller) setState((before) => ({ ...before, ...part }));
    };
    setState({ ...IDLE, phase: 'running' });
    measure(plan, controller.signal, change).then(
      () => change({ phase: 'done' }),
      (error: unknown) => {
        if (controller.signal.aborted) change({ phase: 'stopped' });
        else change({ phase: 'failed', reason: String(error) });
      },
    );
  };
  return { ...state, run, stop };
}

async function measure(
  plan: BenchPlan,
  signal: AbortSignal,
  change: (part: Partial<BenchState>) => void,
): Promise<void> {
  change({ machine: await describeMachine(new Date()) });
  let results: readonly Result[] = [];
  const onResult = (result: Result) => {
    results = [...results, result];
    change({ results });
  };
  await runBench(plan, { onProgress: (progress) => change({ progress }), onResult }, signal);
}

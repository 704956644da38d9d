import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccuracyCurve } from '../race/accuracy.ts';
import { type CostSettings, LAST_STEP } from './cost-settings.ts';
import { type Cost, plannedCosts } from './measure.ts';
import type { FromPrice, ToPrice } from './price-protocol.ts';

const STEPS = Float64Array.from({ length: LAST_STEP }, (_, i) => i + 1);
const curvesOf = (accuracies: readonly Float64Array[]): readonly AccuracyCurve[] =>
  accuracies.map((accuracy) => ({ steps: STEPS, accuracy, length: accuracy.length }));

/** The worker, from the first time that the figure is seen; it rests while the figure is not. */
function useWorker(
  visible: { readonly now: boolean; readonly ever: boolean },
  onMessage: (message: FromPrice) => void,
) {
  const [worker, setWorker] = useState<Worker | null>(null);
  const latest = useRef(onMessage);
  useEffect(() => {
    latest.current = onMessage;
  });
  useEffect(() => {
    if (!visible.ever) return;
    const made = new Worker(new URL('./price.worker.ts', import.meta.url), { type: 'module', name: 'price' });
    made.onmessage = ({ data }: MessageEvent<FromPrice>) => latest.current(data);
    setWorker(made);
    return () => {
      made.terminate();
      setWorker(null);
    };
  }, [visible.ever]);
  useEffect(() => {
    worker?.postMessage({ type: 'rest', resting: !visible.now } satisfies ToPrice);
  }, [worker, visible.now]);
  return worker;
}

/** Costs measured, then recall trained, one after the other, so that neither disturbs the other's clock. */
export function usePrice(settings: CostSettings, visible: { readonly now: boolean; readonly ever: boolean }) {
  const { units, batch, delay, window, gain, seed } = settings;
  const [costs, setCosts] = useState<readonly Cost[]>(() => plannedCosts({ units, batch }));
  const [curves, setCurves] = useState<readonly AccuracyCurve[]>([]);
  const [measurements, setMeasurements] = useState(0);
  const [trainings, setTrainings] = useState(0);
  const job = useRef(0);
  const worker = useWorker(visible, (message) => {
    if (message.job !== job.current) return;
    if (message.type === 'costs') setCosts(message.costs);
    else setCurves(curvesOf(message.accuracies));
  });
  const isMeasured = costs.every(({ milliseconds }) => milliseconds !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reader may ask for another measurement.
  useEffect(() => {
    const workload = { units, batch };
    setCosts(plannedCosts(workload));
    job.current += 1;
    worker?.postMessage({ type: 'measure', job: job.current, workload } satisfies ToPrice);
  }, [worker, units, batch, measurements]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured does not decide what is trained; the reader may ask again.
  useEffect(() => {
    setCurves([]);
    if (!worker || !isMeasured) return;
    job.current += 1;
    worker.postMessage({ type: 'recall', job: job.current, settings } satisfies ToPrice);
  }, [worker, isMeasured, delay, window, gain, seed, trainings]);
  const measureAgain = useCallback(() => setMeasurements((count) => count + 1), []);
  const trainAgain = useCallback(() => setTrainings((count) => count + 1), []);
  return { costs, curves, isMeasured, measureAgain, trainAgain };
}

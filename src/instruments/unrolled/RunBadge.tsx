import { useText } from '../../components/text/useText.tsx';
import type { RunState } from '../../store/run-state.ts';
import { TopBadge } from '../runs/TopBadge.tsx';

/** In the top bar: what computes this run, how fast, and why there. */
export function RunBadge({ state }: { readonly state: RunState }) {
  const text = useText();
  const { choice, frame } = state;
  if (!choice) return null;
  const rate = frame?.playing ? frame.stepsPerSecond : null;
  const speed =
    rate === null ? null : text('figure.stepsPerSecond', { count: rate.toFixed(rate < 10 ? 1 : 0) });
  return <TopBadge choice={choice} speed={speed} />;
}

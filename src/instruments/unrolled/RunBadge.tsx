import { TierBadge } from '../../components/controls/TierBadge.tsx';
import { InTopBar } from '../../components/prose/BadgeSlot.tsx';
import { useText } from '../../components/text/useText.tsx';
import type { RunState } from '../../store/run-state.ts';
import { reasonMessage, sayRun } from '../../store/run-text.ts';

/** In the top bar: what computes this run, how fast, and why there. */
export function RunBadge({ state }: { readonly state: RunState }) {
  const text = useText();
  const { choice, frame } = state;
  if (!choice) return null;
  const isRefused = choice.reasons.some(({ code }) => code === 'self-test-failed' || code === 'tier-failed');
  const why = choice.reasons.map((reason) => {
    const sentence = sayRun(text, reasonMessage(reason, choice.tier));
    return <p key={sentence}>{sentence}</p>;
  });
  return (
    <InTopBar>
      <TierBadge
        tier={text(`tier.${choice.tier}`)}
        tone={isRefused ? 'warn' : 'good'}
        stepsPerSecond={frame?.playing ? frame.stepsPerSecond : null}
        why={why}
      />
    </InTopBar>
  );
}

import { TierBadge } from '../../components/controls/TierBadge.tsx';
import { InTopBar } from '../../components/prose/BadgeSlot.tsx';
import { useText } from '../../components/text/useText.tsx';
import { reasonMessage, sayRun } from '../../store/run-text.ts';
import type { TierChoice } from '../../workers/protocol.ts';

export interface TopBadgeProps {
  readonly choice: TierChoice;
  /** In words; null while nothing trains. */
  readonly speed: string | null;
  /** Sentences behind the reasons of the choice. */
  readonly notes?: readonly string[];
}

/** In the top bar: what computes a run, how fast, and why there. */
export function TopBadge({ choice, speed, notes = [] }: TopBadgeProps) {
  const text = useText();
  const isRefused = choice.reasons.some(({ code }) => code === 'self-test-failed' || code === 'tier-failed');
  const reasons = choice.reasons.map((reason) => sayRun(text, reasonMessage(reason, choice.tier)));
  return (
    <InTopBar>
      <TierBadge
        tier={text(`tier.${choice.tier}`)}
        tone={isRefused ? 'warn' : 'good'}
        speed={speed}
        why={[...reasons, ...notes].map((sentence) => <p key={sentence}>{sentence}</p>)}
      />
    </InTopBar>
  );
}

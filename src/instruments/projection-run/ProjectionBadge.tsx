import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { projectionMessages } from '../../i18n/messages/projection.ts';
import type { ProjectionState } from '../../store/projection-state.ts';
import { TopBadge } from '../runs/TopBadge.tsx';
import { useBadgeOwner } from '../runs/useBadgeOwner.ts';

/** In the top bar: what computes this map, how fast, and why there. */
export function ProjectionBadge({ state }: { readonly state: ProjectionState }) {
  const { choice, phase, rate, info } = state;
  const text = useText(projectionMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const isOwner = useBadgeOwner(phase === 'running');
  if (!choice || !isOwner) return null;
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 3 });
  const speed = rate > 0 ? text('projection.rate', { rate: compact.format(rate) }) : null;
  const notes = info?.repulsion
    ? [text(`projection.why-${info.repulsion}`)]
    : choice.tier === 'js'
      ? [text('projection.why-js')]
      : [];
  return <TopBadge choice={choice} speed={speed} notes={notes} />;
}

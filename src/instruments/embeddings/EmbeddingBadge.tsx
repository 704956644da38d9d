import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { embeddingMessages } from '../../i18n/messages/embeddings.ts';
import type { EmbeddingRunState } from '../../store/embedding-state.ts';
import { TopBadge } from '../runs/TopBadge.tsx';
import { useBadgeOwner } from '../runs/useBadgeOwner.ts';
import { threadsOf } from './numbers.ts';

/** In the top bar: what computes this run, how many words it reads a second, and why there. */
export function EmbeddingBadge({ state }: { readonly state: EmbeddingRunState }) {
  const { choice, frame, phase, config } = state;
  const text = useText(embeddingMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const isOwner = useBadgeOwner(phase === 'playing');
  if (!choice || !isOwner) return null;
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 3 });
  const rate = phase === 'playing' ? (frame?.wordsPerSecond ?? 0) : 0;
  const count = threadsOf(state);
  const notes = [
    ...(count > 1 ? [text('embeddings.lock-free', { count })] : []),
    text('embeddings.no-webgpu'),
  ];
  const speed =
    rate > 0 ? text('embeddings.speed', { count: compact.format(rate), kind: config.method.kind }) : null;
  return <TopBadge choice={choice} speed={speed} notes={notes} />;
}

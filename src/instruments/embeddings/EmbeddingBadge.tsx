import { useEffect, useId } from 'react';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { embeddingMessages } from '../../i18n/messages/embeddings.ts';
import type { EmbeddingRunState } from '../../store/embedding-state.ts';
import { createPublished } from '../live/published.ts';
import { usePublished } from '../live/usePublished.ts';
import { TopBadge } from '../runs/TopBadge.tsx';
import { threadsOf } from './numbers.ts';

/** Whose badge stands in the top bar: that of the run that was started last. */
const OWNER = createPublished<string>();

function useIsOwner(isPlaying: boolean): boolean {
  const own = useId();
  const owner = usePublished(OWNER);
  useEffect(() => {
    if (isPlaying || OWNER.get() === null) OWNER.publish(own);
  }, [own, isPlaying]);
  useEffect(
    () => () => {
      if (OWNER.get() === own) OWNER.publish(null);
    },
    [own],
  );
  return owner === own;
}

/** In the top bar: what computes this run, how many words it reads a second, and why there. */
export function EmbeddingBadge({ state }: { readonly state: EmbeddingRunState }) {
  const { choice, frame, phase, config } = state;
  const text = useText(embeddingMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const isOwner = useIsOwner(phase === 'playing');
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

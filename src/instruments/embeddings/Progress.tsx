import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { embeddingMessages } from '../../i18n/messages/embeddings.ts';
import type { EmbeddingRunState } from '../../store/embedding-state.ts';
import styles from './embeddings.module.css';
import { passOf, rateText, shareDone, threadsOf } from './numbers.ts';

type Say = ReturnType<typeof useText<keyof typeof embeddingMessages.en>>;

/** How far the run is: a bar, and in words. */
export function Progress({ state }: { readonly state: EmbeddingRunState | null }) {
  const text = useText(embeddingMessages);
  const whole = new Intl.NumberFormat(useLocale());
  const share = state && shareDone(state);
  const parts = state ? partsOf(state, text, whole) : [text('embeddings.waiting')];
  return (
    <div className={styles.progress}>
      <progress
        className={styles.meter}
        max={1}
        value={share ?? 0}
        aria-label={text('embeddings.progress')}
      />
      <p
        className={styles.status}
        data-testid="embedding-status"
        data-phase={state?.phase ?? 'waiting'}
        data-step={state?.frame?.stats.step}
      >
        {parts.map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no names; their order is what they are.
          <span key={i}>{part}</span>
        ))}
      </p>
    </div>
  );
}

function partsOf(state: EmbeddingRunState, text: Say, whole: Intl.NumberFormat): readonly string[] {
  const { phase, preparing, frame } = state;
  if (phase === 'failed' || phase === 'unavailable') return [text('embeddings.failed')];
  if (phase === 'starting' || !frame) {
    const share = preparing && percent(shareDone(state) ?? 0);
    return [share ? text('embeddings.reading', { share }) : text('embeddings.starting')];
  }
  const { loss } = frame.stats;
  const losses = Number.isFinite(loss) ? [text('embeddings.loss', { loss: formatFixed(loss, 3) })] : [];
  const tier = state.choice ? [text(`tier.${state.choice.tier}`)] : [];
  const count = threadsOf(state);
  const threads = count > 1 ? [text('embeddings.threads', { count })] : [];
  return [...placeOf(state, text), ...losses, ...paceOf(state, frame, text, whole), ...tier, ...threads];
}

function placeOf(state: EmbeddingRunState, text: Say): readonly string[] {
  const { kind, epochs } = state.config.method;
  if (state.phase === 'done') return [text('embeddings.done', { kind, epochs })];
  const share = shareDone(state) ?? 0;
  return [text('embeddings.epoch', { kind, epoch: passOf(share, epochs), epochs }), percent(share)];
}

function paceOf(
  { phase, config }: EmbeddingRunState,
  { stats, wordsPerSecond }: NonNullable<EmbeddingRunState['frame']>,
  text: Say,
  whole: Intl.NumberFormat,
): readonly string[] {
  if (phase === 'done') return [];
  const rate = text('embeddings.rate', { rate: rateText(stats.learningRate) });
  const count = whole.format(Number(wordsPerSecond.toPrecision(3)));
  const pace =
    phase === 'playing'
      ? text('embeddings.speed', { count, kind: config.method.kind })
      : text('embeddings.paused');
  return [rate, pace];
}

const percent = (share: number) => `${Math.floor(100 * share)}%`;

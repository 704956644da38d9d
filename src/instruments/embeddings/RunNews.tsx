import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import { embeddingMessages } from '../../i18n/messages/embeddings.ts';
import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import { NoticeList } from '../unrolled/NoticeList.tsx';
import styles from './embeddings.module.css';
import { failureText, noticeText } from './news-text.ts';
import { rateText } from './numbers.ts';

/** What the learning rate is divided by when a run that diverged goes on, and what it is at most then: rates that are known to do. */
const SMALLER = 10;
const CALM = 0.05;
/** Failures that starting over, with the same settings, may mend. */
const MENDABLE: readonly string[] = ['diverged', 'crashed', 'out-of-memory', 'bad-checkpoint'];

export interface RunNewsProps {
  readonly run: EmbeddingRun | null;
  readonly state: EmbeddingRunState | null;
}

/** What the reader should know of a run: what was changed, what happened, why it stopped, and the way on. */
export function RunNews({ run, state }: RunNewsProps) {
  const text = useText(embeddingMessages);
  if (!run || !state) return null;
  const { notices, failure, goodStep } = state;
  const items = notices.map((notice) => ({
    id: 'what' in notice ? `${notice.code} ${notice.what}` : notice.code,
    tone: 'info' as const,
    message: noticeText(text, notice),
  }));
  const dismiss = () => {
    for (const { code } of notices) run.dismissNotice(code);
  };
  const failures = failure
    ? [
        {
          id: failure.code,
          tone: 'warn' as const,
          message: failureText(text, failure, goodStep),
          actions: <WaysOn run={run} state={state} />,
        },
      ]
    : [];
  return (
    <div className={styles.news}>
      <NoticeList items={items} onDismiss={dismiss} />
      <NoticeList items={failures} />
    </div>
  );
}

function WaysOn({ run, state }: { readonly run: EmbeddingRun; readonly state: EmbeddingRunState }) {
  const text = useText(embeddingMessages);
  const { failure, goodStep, config } = state;
  if (!failure || !MENDABLE.includes(failure.code)) return null;
  const rate = Math.min(config.learningRate / SMALLER, CALM);
  return (
    <>
      {failure.code === 'diverged' && (
        <Button primary onClick={() => run.rewind(rate)}>
          {text('embeddings.rewind', { step: goodStep, rate: rateText(rate) })}
        </Button>
      )}
      <Button onClick={() => run.reset()}>{text('embeddings.start-over')}</Button>
    </>
  );
}

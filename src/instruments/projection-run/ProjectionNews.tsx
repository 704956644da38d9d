import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import { projectionMessages } from '../../i18n/messages/projection.ts';
import type { Projection, ProjectionState } from '../../store/projection-state.ts';
import { NoticeList } from '../unrolled/NoticeList.tsx';
import { failureText, noticeText } from './news-text.ts';
import styles from './projection-run.module.css';

export interface ProjectionNewsProps {
  readonly projection: Projection | null;
  readonly state: ProjectionState | null;
}

/** What the reader should know of a map: what was changed, why it stopped, and the way on. */
export function ProjectionNews({ projection, state }: ProjectionNewsProps) {
  const text = useText(projectionMessages);
  if (!projection || !state) return null;
  const { notices, failure } = state;
  const items = notices.map((notice) => ({
    id: notice.code,
    tone: 'info' as const,
    message: noticeText(text, notice),
  }));
  const dismiss = () => {
    for (const { code } of notices) projection.dismissNotice(code);
  };
  const again = <Button onClick={() => projection.restart()}>{text('projection.again')}</Button>;
  const failures = failure
    ? [
        {
          id: failure.code,
          tone: 'warn' as const,
          message: failureText(text, failure),
          ...(failure.code !== 'too-few-points' && { actions: again }),
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

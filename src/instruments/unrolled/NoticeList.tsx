import type { ReactNode } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import styles from './unrolled.module.css';

export interface NoticeItem {
  readonly id: string;
  readonly tone: 'info' | 'warn';
  readonly message: string;
  readonly actions?: ReactNode;
}

/** What the reader should know, in the order in which it happened; spoken when it appears. */
export function NoticeList(props: {
  readonly items: readonly NoticeItem[];
  readonly onDismiss?: () => void;
}) {
  const text = useText();
  const { items, onDismiss } = props;
  return (
    <div role="status" className={styles.notices} hidden={items.length === 0}>
      {items.map(({ id, tone, message, actions }) => (
        <p key={id} data-tone={tone}>
          <span>{message}</span>
          {actions}
        </p>
      ))}
      {onDismiss && items.length > 0 && <Button onClick={onDismiss}>{text('notice.dismiss')}</Button>}
    </div>
  );
}

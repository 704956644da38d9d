import { Button } from '../../components/controls/Button.tsx';
import { useCopy } from '../../components/prose/useCopy.ts';
import { useText } from '../../components/text/useText.tsx';
import { type Table, type UrlNotice, writeFragment } from '../../url/fragment.ts';
import styles from './link.module.css';

/** Copies a link that opens the figure in this state. */
export function LinkButton<T extends object>(props: {
  readonly table: Table<T>;
  readonly figure: string;
  readonly settings: T;
}) {
  const text = useText();
  const [copy, copied] = useCopy();
  const { table, figure, settings } = props;
  const onClick = () => copy(new URL(writeFragment(table, figure, settings), location.href).href);
  return (
    <>
      <Button icon="link" label={text('link.copy')} onClick={onClick} />
      <span className={styles.copied} role="status">
        {copied ? text('link.copied') : ''}
      </span>
    </>
  );
}

/** What of a link could not be taken as it stood, and what is used instead. */
export function LinkNotices(props: {
  readonly notices: readonly UrlNotice[];
  readonly onDismiss: () => void;
}) {
  const text = useText();
  if (props.notices.length === 0) return null;
  return (
    <div className={styles.notices} role="status">
      <ul>
        {props.notices.map(({ code, ...values }) => (
          <li key={values.key}>{text(code, values)}</li>
        ))}
      </ul>
      <Button onClick={props.onDismiss}>{text('notice.dismiss')}</Button>
    </div>
  );
}

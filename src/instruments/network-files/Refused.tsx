import { Button } from '../../components/controls/Button.tsx';
import { CodeBlock } from '../../components/prose/CodeBlock.tsx';
import { useText } from '../../components/text/useText.tsx';
import { networkFilesMessages } from '../../i18n/messages/network-files.ts';
import styles from './network-files.module.css';

export interface RefusedFile {
  /** The file's name. */
  readonly name: string;
  /** Why it does not open: a sentence. */
  readonly reason: string;
  /** A program that makes one which opens; null where none would help. */
  readonly code: string | null;
}

/** What is wrong with a file; a place for it that is there, empty, before anything went wrong, so that it is read out. */
export function Refused(props: { readonly refused: RefusedFile | null; readonly onDismiss: () => void }) {
  const { refused, onDismiss } = props;
  return (
    <div role="alert" className={styles.refused} hidden={refused === null}>
      {refused && <Reason {...refused} onDismiss={onDismiss} />}
    </div>
  );
}

function Reason({ name, reason, code, onDismiss }: RefusedFile & { readonly onDismiss: () => void }) {
  const text = useText(networkFilesMessages);
  return (
    <>
      <p>
        <strong>{text('files.not-opened', { name })}</strong>
      </p>
      <p>{reason}</p>
      {code !== null && (
        <CodeBlock>
          <code>{code}</code>
        </CodeBlock>
      )}
      <div className={styles.bar}>
        <Button onClick={onDismiss}>{text('files.dismiss')}</Button>
      </div>
    </>
  );
}

import styles from './controls.module.css';
import { Dialog } from './Dialog.tsx';

/** Keys that do the same, or go one about another, and what they do. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly text: string;
}

export interface KeysDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly rows: readonly KeyHelp[];
  readonly onClose: () => void;
}

/** What the keys do. */
export function KeysDialog({ open, title, rows, onClose }: KeysDialogProps) {
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <dl className={styles.keys}>
        {rows.map(({ keys, text }) => (
          <div key={keys.join(' ')} style={{ display: 'contents' }}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

import { Dialog } from '../../components/controls/Dialog.tsx';
import { useText } from '../../components/text/useText.tsx';
import styles from './lab.module.css';
import { trainingMessages } from './messages.ts';

const KEYS = [
  ['␣', 'lab.key-train'],
  ['.', 'lab.key-step'],
  ['?', 'lab.key-help'],
] as const;

/** The keys of the lab. */
export function HelpDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText(trainingMessages);
  return (
    <Dialog open={props.open} title={text('lab.help')} onClose={props.onClose}>
      <dl className={styles.keys}>
        {KEYS.map(([key, code]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text(code)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

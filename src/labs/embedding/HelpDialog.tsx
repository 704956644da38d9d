import { Dialog } from '../../components/controls/Dialog.tsx';
import { useText } from '../../components/text/useText.tsx';
import styles from './lab.module.css';
import { embeddingLabMessages } from './messages.ts';
import { PANELS } from './state/settings.ts';

const KEYS = [
  ['/', 'embeddinglab.key-find'],
  [`1 … ${PANELS.length}`, 'embeddinglab.key-panels'],
  ['m', 'embeddinglab.key-map'],
  ['?', 'embeddinglab.key-help'],
] as const;

/** The keys of the lab. */
export function HelpDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText(embeddingLabMessages);
  return (
    <Dialog open={props.open} title={text('embeddinglab.help')} onClose={props.onClose}>
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

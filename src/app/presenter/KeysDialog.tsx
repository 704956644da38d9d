import { Dialog } from '../../components/controls/Dialog.tsx';
import { useText } from '../../components/text/useText.tsx';
import { presenterMessages } from '../../i18n/messages/presenter.ts';
import styles from './presenter.module.css';

const KEYS = [
  { keys: ['PgDn', 'PgUp'], code: 'presenter.keys.move' },
  { keys: ['→', '←', '␣'], code: 'presenter.keys.arrows' },
  { keys: ['Home', 'End'], code: 'presenter.keys.ends' },
  { keys: ['B', '.'], code: 'presenter.keys.blackout' },
  { keys: ['L'], code: 'presenter.keys.laser' },
  { keys: ['N'], code: 'presenter.keys.notes' },
  { keys: ['F'], code: 'presenter.keys.fullscreen' },
  { keys: ['+', '−', '0'], code: 'presenter.keys.size' },
  { keys: ['Esc'], code: 'presenter.keys.leave' },
  { keys: ['?'], code: 'presenter.keys.help' },
] as const;

/** The keys of the stage. */
export function KeysDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText(presenterMessages);
  return (
    <Dialog open={props.open} title={text('presenter.help')} onClose={props.onClose}>
      <dl className={styles.keys}>
        {KEYS.map(({ keys, code }) => (
          <div key={code}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text(code)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

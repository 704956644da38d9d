import { type MouseEvent, useRef } from 'react';
import { useText } from '../../components/text/useText.tsx';
import styles from './Drawer.module.css';
import { CloseIcon, MenuIcon } from './icons.tsx';
import { Navigation } from './Navigation.tsx';
import bar from './TopBar.module.css';

/** The navigation where there is no room beside the page: a modal dialog, which keeps the focus and closes on Escape. */
export function Drawer() {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  const onClick = (event: MouseEvent) => {
    // On the backdrop the target is the dialog itself; a link leads away.
    const target = event.target as Element;
    if (target === dialog.current || target.closest('a')) close();
  };
  return (
    <>
      <button
        type="button"
        className={`${bar.icon} ${styles.open}`}
        aria-label={text('shell.menu-open')}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <MenuIcon />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself */}
      <dialog ref={dialog} className={styles.drawer} aria-label={text('shell.menu')} onClick={onClick}>
        <div className={styles.inside}>
          <button type="button" className={bar.icon} aria-label={text('shell.menu-close')} onClick={close}>
            <CloseIcon />
          </button>
          <nav aria-label={text('shell.lessons')}>
            <Navigation />
          </nav>
        </div>
      </dialog>
    </>
  );
}

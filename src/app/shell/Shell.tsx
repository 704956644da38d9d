import { type ReactNode, useState } from 'react';
import { BadgeSlotProvider } from '../../components/prose/BadgeSlot.tsx';
import { useText } from '../../components/text/useText.tsx';
import { useProgress } from '../../store/progress.ts';
import { useCurrentPage } from '../navigation.tsx';
import { Footer } from './Footer.tsx';
import { Navigation } from './Navigation.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';

/** Said once, when the stored progress had to be given up. */
function ProgressNotice() {
  const text = useText();
  const { notice, dismissNotice } = useProgress();
  if (!notice) return null;
  return (
    <p className={styles.notice} role="status">
      {text('shell.progress-reset')}
      <button type="button" className="button" onClick={dismissNotice}>
        {text('shell.dismiss')}
      </button>
    </p>
  );
}

/** Top bar, lesson navigation, the page, footer. The navigation stands beside lessons; elsewhere it opens from the bar. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const text = useText();
  const page = useCurrentPage();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const besideLesson = page.name === 'lesson';
  return (
    <div className={styles.shell} data-layout={besideLesson ? 'lesson' : 'plain'}>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link is one; the fragment itself belongs to the figures */}
      <a className={styles.skip} href="#main" onClick={skipToMain}>
        {text('shell.skip')}
      </a>
      <TopBar slotRef={setSlot} />
      {besideLesson && (
        <nav className={styles.side} aria-label={text('shell.lessons')}>
          <Navigation />
        </nav>
      )}
      <div className={styles.column}>
        <main className={styles.main} id="main" tabIndex={-1}>
          <ProgressNotice />
          <BadgeSlotProvider value={slot}>{children}</BadgeSlotProvider>
        </main>
        <Footer />
      </div>
    </div>
  );
}

/** Moves the focus itself: the fragment belongs to the figures' state. */
function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

import { useLocale, useText } from '../../components/text/useText.tsx';
import { findLab } from '../../labs/index.ts';
import { LABS_TITLE } from '../../labs/schema.ts';
import { findLesson } from '../../lessons/index.ts';
import { PARTS } from '../../lessons/schema.ts';
import { PageLink, useCurrentPage } from '../navigation.tsx';
import { Drawer } from './Drawer.tsx';
import { SlidersIcon } from './icons.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ThemeToggle } from './ThemeToggle.tsx';
import styles from './TopBar.module.css';

/** "Sequence models › Long short-term memory" on a lesson, "Labs › Gate lab" in a lab; nothing elsewhere, the heading says it. */
function Breadcrumb() {
  const text = useText();
  const locale = useLocale();
  const page = useCurrentPage();
  const lesson = page.name === 'lesson' ? findLesson(page.slug) : undefined;
  const lab = page.name === 'lab' ? findLab(page.slug) : undefined;
  const [section, title] = lesson ? [PARTS[lesson.part], lesson.title] : [LABS_TITLE, lab?.title];
  if (!title) return null;
  return (
    <nav className={styles.breadcrumb} aria-label={text('shell.breadcrumb')}>
      <ol>
        <li>{section[locale]}</li>
        <li aria-current="page">{title[locale]}</li>
      </ol>
    </nav>
  );
}

export function TopBar(props: { readonly slotRef: (element: HTMLElement | null) => void }) {
  const text = useText();
  const locale = useLocale();
  return (
    <header className={styles.bar}>
      <Drawer />
      <PageLink
        className={styles.wordmark}
        to={{ name: 'home' }}
        locale={locale}
        aria-label={text('shell.home')}
      >
        un<b>rolled</b>
      </PageLink>
      <Breadcrumb />
      <div className={styles.tools}>
        <div className={styles.badge} ref={props.slotRef} />
        <LanguageSwitch />
        <ThemeToggle />
        <PageLink
          className={styles.icon}
          to={{ name: 'settings' }}
          locale={locale}
          aria-label={text('shell.settings')}
        >
          <SlidersIcon />
        </PageLink>
      </div>
    </header>
  );
}

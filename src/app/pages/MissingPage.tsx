import { useLocale, useText } from '../../components/text/useText.tsx';
import { PageLink } from '../navigation.tsx';
import styles from './pages.module.css';

/** 404, in the reader's language. The path is shown as text, whatever it is. */
export function MissingPage() {
  const text = useText();
  const locale = useLocale();
  return (
    <article className={styles.narrow}>
      <h1 tabIndex={-1}>{text('page.missing-title')}</h1>
      <p>{text('page.missing-text', { path: location.pathname })}</p>
      <p>
        <PageLink className="button primary" to={{ name: 'home' }} locale={locale}>
          {text('page.missing-home')}
        </PageLink>
      </p>
    </article>
  );
}

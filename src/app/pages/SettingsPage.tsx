import { Part } from '../../components/prose/Part.tsx';
import { useText } from '../../components/text/useText.tsx';
import styles from './pages.module.css';

const load = () => import('./SettingsForm.tsx');

/** The reader's choices, and their progress. */
export function SettingsPage() {
  const text = useText();
  return (
    <article className={styles.narrow}>
      <h1 tabIndex={-1}>{text('settings.title')}</h1>
      <Part load={load}>{({ SettingsForm }) => <SettingsForm />}</Part>
    </article>
  );
}

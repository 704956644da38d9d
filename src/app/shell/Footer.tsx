import { useText } from '../../components/text/useText.tsx';
import styles from './Shell.module.css';

export function Footer() {
  const text = useText();
  return (
    <footer className={styles.footer}>
      <p>{text('shell.privacy')}</p>
      <p>{text('shell.licence')}</p>
    </footer>
  );
}

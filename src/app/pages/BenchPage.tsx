import { Part } from '../../components/prose/Part.tsx';
import { useText } from '../../components/text/useText.tsx';
import styles from './pages.module.css';

const load = () => import('./BenchPageBody.tsx');

/** Times a training step on the reader's own machine. */
export function BenchPage() {
  const text = useText();
  return (
    <article className={styles.wide}>
      <h1 tabIndex={-1}>{text('shell.bench')}</h1>
      <Part load={load}>{({ BenchPageBody }) => <BenchPageBody />}</Part>
    </article>
  );
}

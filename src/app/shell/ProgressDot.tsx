import { useText } from '../../components/text/useText.tsx';
import type { Lesson } from '../../lessons/index.ts';
import { lessonStatus, useProgress } from '../../store/progress.ts';
import styles from './Navigation.module.css';

/** Empty, half or full: how far the reader is in a lesson. */
export function ProgressDot({ lesson }: { readonly lesson: Lesson }) {
  const text = useText();
  const progress = useProgress((state) => state.lessons[lesson.slug]);
  const status = lessonStatus(progress, lesson.checkpoints);
  return (
    <span className={styles.dot} data-status={status}>
      <span className="visually-hidden">{text(`shell.status-${status}`)}</span>
    </span>
  );
}

import { useRef, useState } from 'react';
import { download } from '../../components/interaction/download.ts';
import { useLoaded } from '../../components/interaction/useLoaded.ts';
import { useText } from '../../components/text/useText.tsx';
import { useProgress } from '../../store/progress.ts';
import { writeProgressFile } from '../../store/progress-file.ts';
import styles from './pages.module.css';

/** Asks once more before it forgets. */
function ResetProgress() {
  const text = useText();
  const reset = useProgress((state) => state.reset);
  const [stage, setStage] = useState<'idle' | 'sure' | 'done'>('idle');
  // Each button makes way for others: the focus goes with them, or it would fall back to the top of the page.
  const asked = useRef(false);
  const focus = (button: HTMLButtonElement | null) => {
    if (asked.current) button?.focus();
  };
  const ask = () => {
    asked.current = true;
    setStage('sure');
  };
  const forget = (): void => {
    reset();
    setStage('done');
  };
  if (stage !== 'sure') {
    return (
      <>
        <button key="reset" ref={focus} type="button" className="button" onClick={ask}>
          {text('settings.reset')}
        </button>
        <span role="status">{stage === 'done' && text('settings.reset-done')}</span>
      </>
    );
  }
  return (
    <>
      <strong>{text('settings.reset-sure')}</strong>
      <button type="button" className="button" onClick={forget}>
        {text('settings.reset-yes')}
      </button>
      <button key="keep" ref={focus} type="button" className="button" onClick={() => setStage('idle')}>
        {text('settings.reset-no')}
      </button>
    </>
  );
}

/** Every page carries the settings, so what few need comes when they are opened. */
const loadImport = () => import('./ImportProgress.tsx');

export function ProgressSettings() {
  const text = useText();
  const lessons = useProgress((state) => state.lessons);
  const [loaded] = useLoaded(loadImport);
  return (
    <section className={styles.setting} aria-labelledby="settings-progress">
      <h2 id="settings-progress">{text('settings.progress')}</h2>
      <p className={styles.help}>{text('settings.progress-text', { count: Object.keys(lessons).length })}</p>
      <div className={styles.actions}>
        <button
          type="button"
          className="button"
          onClick={() => download('unrolled-progress.json', writeProgressFile(lessons), 'application/json')}
        >
          {text('settings.export')}
        </button>
        {loaded.state === 'ready' && <loaded.value.ImportProgress />}
        <ResetProgress />
      </div>
    </section>
  );
}

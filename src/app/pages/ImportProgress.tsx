import { type ChangeEvent, useRef, useState } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { progressMessages } from '../../i18n/messages/progress.ts';
import { useProgress } from '../../store/progress.ts';
import { gained, mergeProgress, readProgressFile } from '../../store/progress-file.ts';
import styles from './pages.module.css';

interface Outcome {
  readonly refused: boolean;
  readonly sentences: readonly string[];
}

/** Reads a progress file, merges it, and puts into words what came of it. */
function useImport(): (file: File) => Promise<Outcome> {
  const text = useText(progressMessages);
  const replace = useProgress((state) => state.replace);
  return async (file) => {
    const read = readProgressFile(await file.text());
    const { name } = file;
    if (!read.ok) {
      const { code, ...values } = read.fault;
      return { refused: true, sentences: [text('settings.import-refused', { name }), text(code, values)] };
    }
    const before = useProgress.getState().lessons;
    const after = mergeProgress(before, read.lessons);
    replace(after);
    const damaged = read.damaged ? [text('settings.import-damaged')] : [];
    return {
      refused: false,
      sentences: [text('settings.import-done', { name, ...gained(before, after) }), ...damaged],
    };
  };
}

/** A progress file is added to what is here; a wrong one says why, and changes nothing. */
export function ImportProgress() {
  const text = useText(progressMessages);
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const take = useImport();
  const onChange = async (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    const [file] = field.files ?? [];
    if (file) setOutcome(await take(file));
    // The same file may be chosen again, mended.
    field.value = '';
  };
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {text('settings.import')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={text('settings.import')}
        onChange={(event) => void onChange(event)}
      />
      <p className={styles.outcome} role="status" data-refused={outcome?.refused}>
        {outcome?.sentences.join(' ')}
      </p>
    </>
  );
}

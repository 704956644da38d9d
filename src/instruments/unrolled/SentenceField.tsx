import { useEffect, useRef, useState } from 'react';
import { Select } from '../../components/controls/Select.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { useText } from '../../components/text/useText.tsx';
import type { ProbeResult } from '../../workers/protocol.ts';
import styles from './unrolled.module.css';

/** Typing pauses this long (ms) before the network reads the sentence. */
const TYPING_PAUSE = 250;

/** The draft follows the keys at once; the figure follows when the typing pauses. An empty draft changes nothing. */
function useDraft(value: string, onSettled: (value: string) => void) {
  const [draft, setDraft] = useState(value);
  // A training run draws this ten times a second, with a new callback each time: the pause must not begin anew.
  const latest = useRef(onSettled);
  useEffect(() => {
    latest.current = onSettled;
  });
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    if (draft === value || draft.trim() === '') return;
    const timer = setTimeout(() => latest.current(draft), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [draft, value]);
  return [draft, setDraft] as const;
}

function useUnknownWords(probe: ProbeResult | null): string | undefined {
  const text = useText();
  const unknown = probe?.tokens.filter(({ known }) => !known).map((token) => token.text) ?? [];
  if (unknown.length === 0) return undefined;
  const words = [...new Set(unknown)].slice(0, 6).join(', ');
  return text('sentence.unknown', { count: unknown.length, words });
}

/** The sentence on show, in any script, and the word whose error is sent back. */
export function SentenceField(props: {
  readonly sentence: string;
  readonly onSentence: (sentence: string) => void;
  readonly probe: ProbeResult | null;
  /** Counted from 1; 0: the last. */
  readonly lossStep: number;
  readonly onLossStep: (lossStep: number) => void;
}) {
  const text = useText();
  const { probe, lossStep } = props;
  const [draft, setDraft] = useDraft(props.sentence, props.onSentence);
  const unknown = useUnknownWords(probe);
  const steps = probe?.tokens.slice(0, -1).map((token, step) => ({
    value: String(step + 1),
    label: text('sentence.lossWord', { word: token.text, step: step + 1 }),
  }));
  return (
    <div className={styles.sentence}>
      <TextField
        label={text('sentence.label')}
        value={draft}
        hint={unknown ?? text('sentence.hint')}
        error={draft.trim() === '' ? text('sentence.empty') : null}
        rows={1}
        maxLength={20000}
        onChange={setDraft}
      />
      <Select
        label={text('sentence.lossAt')}
        value={String(lossStep)}
        options={[{ value: '0', label: text('sentence.lossLast') }, ...(steps ?? [])]}
        onChange={(value) => props.onLossStep(Number(value))}
      />
    </div>
  );
}

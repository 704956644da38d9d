import { type SyntheticEvent, useId, useState } from 'react';
import type { Attempt, Phase } from './CheckpointQuestion.tsx';
import { isNear, parseAnswer } from './checkpointAnswer.ts';

/** What is expected of a typed answer. */
export interface Expected {
  readonly answer: number;
  readonly tolerance: number;
}

/** Why an answer could not be judged. */
export type Complaint = 'check.choose' | 'check.not-a-number' | null;

/** One reader's attempt at a prediction: pick or type, check, try again, or give up and see. */
export function useAttempt(expected: Expected | null, onPass: () => void) {
  const name = useId();
  const [phase, setPhase] = useState<Phase>('open');
  const [picked, setPicked] = useState<{ readonly choice: string; readonly correct: boolean } | null>(null);
  const [typed, setTyped] = useState('');
  const [complaint, setComplaint] = useState<Complaint>(null);

  const change = (): void => {
    setPhase('open');
    setComplaint(null);
  };
  /** Whether the answer is right; null when there is none to judge. */
  const judge = (): boolean | null => {
    if (!expected) return picked?.correct ?? null;
    const value = parseAnswer(typed);
    return value === null ? null : isNear(value, expected.answer, expected.tolerance);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const right = judge();
    if (right === null) {
      setComplaint(expected ? 'check.not-a-number' : 'check.choose');
      return;
    }
    setComplaint(null);
    setPhase(right ? 'right' : 'wrong');
    if (right) onPass();
  };
  const retry = (): void => {
    change();
    setPicked(null);
    setTyped('');
  };
  const attempt: Attempt = {
    name,
    phase,
    picked: picked?.choice ?? null,
    pick: (choice, correct) => {
      change();
      setPicked({ choice, correct });
    },
  };
  const type = (value: string): void => {
    change();
    setTyped(value);
  };
  return {
    attempt,
    typed,
    complaint,
    type,
    submit,
    retry,
    reveal: () => setPhase('revealed'),
  };
}

import { useEffect, useRef, useState } from 'react';

/** Typing pauses this long (ms) before the network follows. */
const TYPING_PAUSE = 250;

/** A draft that follows the keys at once and settles when the typing pauses, if it `isGood`. */
export function useDraft(
  value: string,
  onSettled: (value: string) => void,
  isGood: (draft: string) => boolean = () => true,
) {
  const [draft, setDraft] = useState(value);
  const latest = useRef({ onSettled, isGood });
  useEffect(() => {
    latest.current = { onSettled, isGood };
  });
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    if (draft === value) return;
    const timer = setTimeout(() => {
      if (latest.current.isGood(draft)) latest.current.onSettled(draft);
    }, TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [draft, value]);
  return [draft, setDraft] as const;
}

import { useCallback, useEffect, useState } from 'react';

/** `copy(text)`, and whether it was copied a moment ago. */
export function useCopy(): readonly [(text: string) => void, boolean] {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback((text: string) => {
    // No clipboard without a secure context: the text stays on screen to be selected.
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }, []);
  return [copy, copied];
}

import { useRef } from 'react';

/** `make(from)`, made anew only when `from` is another one. */
export function useLatest<From, To>(
  from: From,
  make: (from: From) => To,
  isSame: (a: From, b: From) => boolean = Object.is,
): To {
  const last = useRef<{ readonly from: From; readonly to: To } | null>(null);
  if (!last.current || !isSame(last.current.from, from)) last.current = { from, to: make(from) };
  return last.current.to;
}

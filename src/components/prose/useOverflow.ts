import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether an element is wider inside than outside, so that only a box which scrolls becomes a stop of the Tab key. */
export function useOverflow<E extends HTMLElement>(): readonly [RefObject<E | null>, boolean] {
  const ref = useRef<E>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // The box keeps its size when its content grows: the observer does not hear of that.
  useEffect(() => {
    const element = ref.current;
    if (element) setOverflows(element.scrollWidth > element.clientWidth);
  });
  return [ref, overflows];
}

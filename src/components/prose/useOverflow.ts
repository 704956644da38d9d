import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether an element is wider inside than outside, so that only a box which scrolls becomes a stop of the Tab key. */
export function useOverflow<E extends HTMLElement>(): readonly [RefObject<E | null>, boolean] {
  const ref = useRef<E>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // A font that comes late changes the width of what is inside, not of the box.
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', measure);
    };
  }, []);
  // The box keeps its size when its content grows: the observer does not hear of that.
  useEffect(() => {
    const element = ref.current;
    if (element) setOverflows(element.scrollWidth > element.clientWidth);
  });
  return [ref, overflows];
}

import { useEffect, useRef, useState } from 'react';
import styles from './presenter.module.css';

/** A dot that has not moved for so long (ms) fades. */
const STILL = 1500;

/** The dot where the mouse or the finger is. It is drawn outside React: a pointer moves a hundred times a second. */
export function LaserPointer() {
  const dot = useRef<HTMLDivElement>(null);
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      dot.current?.style.setProperty('translate', `${clientX}px ${clientY}px`);
      setMoving(true);
      clearTimeout(timer);
      timer = setTimeout(() => setMoving(false), STILL);
    };
    const options = { passive: true, capture: true } as const;
    addEventListener('pointermove', onMove, options);
    addEventListener('pointerdown', onMove, options);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', onMove, options);
      removeEventListener('pointerdown', onMove, options);
    };
  }, []);
  return (
    <div ref={dot} className={styles.laser} data-moving={moving} data-testid="laser" aria-hidden="true" />
  );
}

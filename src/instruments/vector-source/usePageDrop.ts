import { useEffect, useRef, useState } from 'react';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Something else on the page takes files for itself. */
const isOthers = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[data-takes-files]') !== null;

const isField = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;

export interface PageDrop {
  onFiles(files: readonly File[]): void;
  /** Text that was pasted outside a field. */
  onText(text: string): void;
}

/**
 * Takes files that are dropped anywhere on the page, or pasted, and text that is pasted outside a field; while `isActive`. True while
 * files hang over the page.
 */
export function usePageDrop(drop: PageDrop, isActive: boolean): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(drop);
  latest.current = drop;
  useEffect(() => {
    if (!isActive) return;
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener(
      'dragover',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(!isOthers(event));
      },
      { signal },
    );
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), {
      signal,
    });
    window.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!holdsFiles(event) || isOthers(event)) return;
        event.preventDefault();
        latest.current.onFiles([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    window.addEventListener(
      'paste',
      (event) => {
        if (isField(event) || isOthers(event)) return;
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length > 0) latest.current.onFiles(files);
        else latest.current.onText(event.clipboardData?.getData('text/plain') ?? '');
      },
      { signal },
    );
    return () => {
      listening.abort();
      setOver(false);
    };
  }, [isActive]);
  return isOver;
}

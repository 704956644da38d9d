import { type ClipboardEvent, type DragEvent, useEffect, useState } from 'react';

const holdsFiles = ({ dataTransfer }: { readonly dataTransfer: DataTransfer | null }): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

/** A paste larger than this (UTF-16 units) does not go into a text field: a field of megabytes holds up the page. */
const LARGE_PASTE = 20_000;

/** What an element needs to take files that are dropped on it, files that are pasted, and large pasted texts. */
export function useFileZone(onFiles: (files: readonly File[]) => void, onText: (text: string) => void) {
  const [isOver, setOver] = useState(false);
  useStayOnPage();
  const handlers = {
    onDragOver(event: DragEvent) {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
    },
    onDrop(event: DragEvent) {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    },
    onPaste(event: ClipboardEvent) {
      const files = [...event.clipboardData.files];
      const text = event.clipboardData.getData('text/plain');
      if (files.length === 0 && text.length <= LARGE_PASTE) return;
      event.preventDefault();
      if (files.length > 0) onFiles(files);
      else onText(text);
    },
  };
  return { isOver, handlers };
}

/** A file that misses its place must not take the reader away from the page. */
function useStayOnPage(): void {
  useEffect(() => {
    const listening = new AbortController();
    for (const type of ['dragover', 'drop'] as const) {
      const stay = (event: globalThis.DragEvent) => {
        if (holdsFiles(event)) event.preventDefault();
      };
      window.addEventListener(type, stay, { signal: listening.signal });
    }
    return () => listening.abort();
  }, []);
}

import { useState } from 'react';
import { writeTalk } from '../../url/stop.ts';

export interface NotesWindow {
  readonly href: string;
  /** The browser did not allow it. */
  readonly blocked: boolean;
  open(): void;
  dismiss(): void;
}

/** Opens the notes of this talk beside the stage; a second time it comes to the front. */
export function useNotesWindow(path: string, talk: string): NotesWindow {
  const [blocked, setBlocked] = useState(false);
  const href = path + writeTalk(talk);
  const open = () => {
    const opened = window.open(href, `unrolled-notes-${talk}`, 'popup,width=980,height=760');
    setBlocked(!opened);
    opened?.focus();
  };
  return { href, blocked, open, dismiss: () => setBlocked(false) };
}

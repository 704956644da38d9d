import { useEffect, useId } from 'react';
import { useStore } from 'zustand';
import { type ShelfState, textShelf } from '../../store/text-shelf.ts';

/** Reading files as a text: how it goes, for the figure that asked. */
export interface Taking extends Pick<ShelfState, 'kept' | 'intake' | 'fault' | 'unsaved'> {
  take(files: readonly File[]): void;
  cancel(): void;
  dismiss(): void;
  remove(id: string): void;
}

/** `onTaken` hears the id of a text that was read. */
export function useTaking(onTaken: (id: string) => void): Taking {
  const owner = useId();
  const shelf = textShelf();
  const state = useStore(shelf.store);
  useEffect(() => {
    if (shelf.store.getState().kept === null) void shelf.refresh();
  }, [shelf]);
  const { kept, intake, fault, unsaved } = state;
  const own =
    state.owner === owner ? { intake, fault, unsaved } : { intake: null, fault: null, unsaved: null };
  return {
    kept,
    ...own,
    take(files) {
      void shelf.take(files, owner).then((about) => about && onTaken(about.id));
    },
    cancel: () => shelf.cancel(),
    dismiss: () => shelf.dismiss(),
    remove: (id) => void shelf.remove(id),
  };
}

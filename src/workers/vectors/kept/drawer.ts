/** A stretch of a file. */
export interface Part {
  /** Its first byte. */
  readonly at: number;
  readonly bytes: ArrayBufferView<ArrayBuffer>;
}

/** Where files of sets stand, by the set's id. Nothing here rejects. */
export interface Drawer {
  list(): Promise<readonly { readonly id: string; readonly file: Blob }[]>;
  /** Null: there is no such file. */
  find(id: string): Promise<Blob | null>;
  /**
   * Writes a file: `parts` in the order of their places, the first of them last, so that a file that was not finished lacks its
   * beginning. What was in the way, or null; nothing is left behind then.
   */
  write(id: string, parts: readonly Part[]): Promise<'quota' | 'unavailable' | null>;
  remove(id: string): Promise<void>;
}

/** Why a browser would not store something: no room, or no storage at all. */
export const saveFault = (error: unknown): 'quota' | 'unavailable' =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'quota' : 'unavailable';

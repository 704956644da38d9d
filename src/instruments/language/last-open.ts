import type { ModelId } from '../../store/kept-model.ts';

const KEY = 'unrolled.training.open';

/** The model that was open last in this browser; null where none was, or storage is forbidden. */
export function lastOpen(): ModelId | null {
  try {
    return localStorage.getItem(KEY) as ModelId | null;
  } catch {
    return null;
  }
}

export function rememberOpen(id: ModelId): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // The list of models shows it all the same.
  }
}

import type { KeptSet } from '../protocol.ts';
import { readHeader } from './layout.ts';

/*
 * Sets that the reader put away: one file each in the browser's private file system, its facts in the file's head, so that neither is
 * ever there without the other.
 */

/** Where they stand in the private file system. */
const FOLDER = 'vectors';
const ENDING = '.set';

/** The part of the browser's storage that is used here. */
export type PrivateFiles = Pick<StorageManager, 'getDirectory'>;

const browserFiles = (): PrivateFiles | undefined => globalThis.navigator?.storage;

/** The folder; null: there is none, or the browser has no such file system. */
async function maybeFolder(files: PrivateFiles | undefined, create: boolean) {
  try {
    const root = await files?.getDirectory?.();
    return (await root?.getDirectoryHandle(FOLDER, { create })) ?? null;
  } catch {
    return null;
  }
}

/** The latest first. Files that are no sets are left out. */
export async function listKept(files = browserFiles()): Promise<readonly KeptSet[]> {
  const folder = await maybeFolder(files, false);
  if (!folder) return [];
  const found: KeptSet[] = [];
  try {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind !== 'file' || !name.endsWith(ENDING)) continue;
      const file = await (handle as FileSystemFileHandle).getFile();
      const header = await readHeader(file).catch(() => null);
      if (header) found.push({ ...header.about, id: name.slice(0, -ENDING.length), bytes: file.size });
    }
  } catch {
    // What was listed so far is what can be listed.
  }
  return found.sort((a, b) => b.added - a.added);
}

export async function removeKept(id: string, files = browserFiles()): Promise<void> {
  const folder = await maybeFolder(files, false);
  await folder?.removeEntry(id + ENDING).catch(() => {});
}

/** The file of a set; null: there is none. `create` makes one, and the folder. */
export async function keptFile(
  id: string,
  create: boolean,
  files = browserFiles(),
): Promise<FileSystemFileHandle | null> {
  const folder = await maybeFolder(files, create);
  return (await folder?.getFileHandle(id + ENDING, { create }).catch(() => null)) ?? null;
}

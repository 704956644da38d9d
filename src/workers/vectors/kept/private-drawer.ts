import { type Drawer, type Part, saveFault } from './drawer.ts';

/** Where sets stand in the private file system. */
const FOLDER = 'vectors';
const ENDING = '.set';

/** The part of the browser's storage that is used here. */
export type PrivateFiles = Pick<StorageManager, 'getDirectory'>;

/** What a worker may do with a file of the private file system, and the page may not. */
interface OpenFile {
  write(from: ArrayBufferView, at: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
type Openable = FileSystemFileHandle & { createSyncAccessHandle?(): Promise<OpenFile> };

const browserFiles = (): PrivateFiles | undefined => globalThis.navigator?.storage;

/** Files of the browser's private file system (OPFS). */
export function createPrivateDrawer(files: PrivateFiles | undefined = browserFiles()): Drawer {
  /** Null: there is none, or the browser has no such file system. */
  const folder = async (create: boolean): Promise<FileSystemDirectoryHandle | null> => {
    try {
      const root = await files?.getDirectory?.();
      return (await root?.getDirectoryHandle(FOLDER, { create })) ?? null;
    } catch {
      return null;
    }
  };
  const remove = async (id: string) => {
    await (await folder(false))?.removeEntry(id + ENDING).catch(() => {});
  };
  return {
    remove,
    list: async () => listFolder(await folder(false)),
    async find(id) {
      const handle = await (await folder(false))?.getFileHandle(id + ENDING).catch(() => null);
      return (await handle?.getFile().catch(() => null)) ?? null;
    },
    async write(id, parts) {
      try {
        const handle: Openable | undefined = await (await folder(true))?.getFileHandle(id + ENDING, {
          create: true,
        });
        const file = await handle?.createSyncAccessHandle?.();
        if (file) writeAll(file, parts);
        else await remove(id);
        return file ? null : 'unavailable';
      } catch (error) {
        await remove(id);
        return saveFault(error);
      }
    },
  };
}

async function listFolder(folder: FileSystemDirectoryHandle | null) {
  const found: { id: string; file: Blob }[] = [];
  try {
    for await (const [name, handle] of folder?.entries() ?? []) {
      if (handle.kind !== 'file' || !name.endsWith(ENDING)) continue;
      const file = await (handle as FileSystemFileHandle).getFile();
      found.push({ id: name.slice(0, -ENDING.length), file });
    }
  } catch {
    // What was listed so far is what can be listed.
  }
  return found;
}

function writeAll(file: OpenFile, parts: readonly Part[]): void {
  const [first, ...rest] = parts;
  try {
    file.truncate(0);
    for (const part of rest) writePart(file, part);
    file.flush();
    if (first) writePart(file, first);
  } finally {
    file.close();
  }
}

function writePart(file: OpenFile, { at, bytes }: Part): void {
  // A full disk may take a part and say nothing else.
  if (file.write(bytes, { at }) !== bytes.byteLength) throw new DOMException('', 'QuotaExceededError');
}

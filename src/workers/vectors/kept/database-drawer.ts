import { type Drawer, type Part, saveFault } from './drawer.ts';

const STORE = 'sets';

/** Files as blobs in IndexedDB, for browsers that give a page no files of its own. */
export function createDatabaseDrawer(
  factory: IDBFactory | undefined = globalThis.indexedDB,
  name = 'unrolled-vectors',
): Drawer {
  /** One exchange with the store. Rejects with what the browser says. */
  const exchange = async <T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const database = await open(factory, name);
    try {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      await settled(transaction);
      return request.result;
    } finally {
      database.close();
    }
  };
  return {
    async list() {
      const ids = await exchange('readonly', (store) => store.getAllKeys()).catch(() => []);
      const files = await exchange('readonly', (store) => store.getAll()).catch(() => []);
      return ids.flatMap((id, i) => (files[i] instanceof Blob ? [{ id: String(id), file: files[i] }] : []));
    },
    async find(id) {
      const found = await exchange('readonly', (store) => store.get(id)).catch(() => null);
      return found instanceof Blob ? found : null;
    },
    async write(id, parts) {
      try {
        await exchange('readwrite', (store) => store.put(new Blob(withGaps(parts)), id));
        return null;
      } catch (error) {
        return saveFault(error);
      }
    },
    async remove(id) {
      await exchange('readwrite', (store) => store.delete(id)).catch(() => {});
    },
  };
}

/** Zeros where parts leave room between them. */
function withGaps(parts: readonly Part[]): ArrayBufferView<ArrayBuffer>[] {
  let end = 0;
  return parts.flatMap(({ at, bytes }) => {
    const gap = new Uint8Array(at - end);
    end = at + bytes.byteLength;
    return gap.length > 0 ? [gap, bytes] : [bytes];
  });
}

function open(factory: IDBFactory | undefined, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!factory) throw new Error('no database');
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

import type { PrivateFiles } from './private-drawer.ts';

/** A private file system in memory, which holds at most so many bytes. */
export function createFakeFiles(most = Number.POSITIVE_INFINITY): PrivateFiles & {
  readonly contents: Map<string, Uint8Array<ArrayBuffer>>;
} {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  const resize = (name: string, size: number) => {
    const larger = new Uint8Array(size);
    larger.set((contents.get(name) ?? new Uint8Array()).subarray(0, size));
    contents.set(name, larger);
  };
  const write = (name: string, from: ArrayBufferView, at: number): number => {
    if (at + from.byteLength > most) return 0;
    if (at + from.byteLength > (contents.get(name)?.length ?? 0)) resize(name, at + from.byteLength);
    contents.get(name)?.set(new Uint8Array(from.buffer, from.byteOffset, from.byteLength), at);
    return from.byteLength;
  };
  const handleOf = (name: string) => ({
    kind: 'file',
    getFile: async () => new File([contents.get(name) ?? ''], name),
    createSyncAccessHandle: async () => ({
      write: (from: ArrayBufferView, { at }: { at: number }) => write(name, from, at),
      truncate: (size: number) => resize(name, size),
      flush() {},
      close() {},
    }),
  });
  let isThere = false;
  const folder = {
    async *entries() {
      for (const name of contents.keys()) yield [name, handleOf(name)] as const;
    },
    async getFileHandle(name: string, { create = false }: { create?: boolean } = {}) {
      if (!contents.has(name)) {
        if (!create) throw new DOMException('', 'NotFoundError');
        contents.set(name, new Uint8Array());
      }
      return handleOf(name);
    },
    async removeEntry(name: string) {
      contents.delete(name);
    },
  };
  const root = {
    async getDirectoryHandle(_name: string, { create }: { create: boolean }) {
      isThere ||= create;
      if (!isThere) throw new DOMException('', 'NotFoundError');
      return folder;
    },
  };
  return { contents, getDirectory: async () => root as unknown as FileSystemDirectoryHandle };
}

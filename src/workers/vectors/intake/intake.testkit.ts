import { createRowStore } from '../../../models/vectors/row-store.ts';
import type { KeepOptions } from '../protocol.ts';
import { openSource } from './open-source.ts';
import type { OpenedSource, ReadableOrigin, SourceHooks } from './source-types.ts';

export const KEEP: KeepOptions = { most: null, only: null, precision: 'float32', memory: 1 << 28 };

export const HOOKS: SourceHooks = {
  now: () => performance.now(),
  yield: async () => undefined,
  onProgress: () => undefined,
  onEarly: () => undefined,
  early: 0,
  createRows: createRowStore,
};

export function opened(
  origin: ReadableOrigin,
  keep: Partial<KeepOptions> = {},
  hooks: Partial<SourceHooks> = {},
): Promise<OpenedSource> {
  return openSource(origin, { ...KEEP, ...keep }, { ...HOOKS, ...hooks });
}

export function openedFiles(
  files: readonly File[],
  keep: Partial<KeepOptions> = {},
  hooks: Partial<SourceHooks> = {},
): Promise<OpenedSource> {
  return opened({ kind: 'files', files }, keep, hooks);
}

/** Words and their numbers of what was opened, or was good. */
export function rowsOf(result: OpenedSource): Record<string, readonly number[]> {
  const source = result.ok ? result.source : result.good;
  if (!source) return {};
  const row = new Float32Array(source.rows.dimensions);
  return Object.fromEntries(
    source.words.map((word, i) => {
      source.rows.rowInto(i, row);
      return [word, [...row]];
    }),
  );
}

/** An archive of files, as zip.js packs it. */
export async function zipOf(files: readonly File[], name = 'a.zip'): Promise<File> {
  const { BlobReader, BlobWriter, ZipWriter } = await import('@zip.js/zip.js');
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const file of files) await writer.add(file.name, new BlobReader(file));
  return new File([await writer.close()], name);
}

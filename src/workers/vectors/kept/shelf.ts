import type { KeptSet } from '../protocol.ts';
import { createDatabaseDrawer } from './database-drawer.ts';
import type { Drawer, Part } from './drawer.ts';
import { readHeader } from './layout.ts';
import { createPrivateDrawer } from './private-drawer.ts';

/*
 * Sets that the reader put away: one file each, its facts in the file's head, so that neither is ever there without the other. They
 * stand in the browser's private files; where there are none, in a database.
 */

const browserDrawers = (): readonly Drawer[] => [createPrivateDrawer(), createDatabaseDrawer()];

/** The latest first. Files that are no sets are left out. */
export async function listKept(drawers = browserDrawers()): Promise<readonly KeptSet[]> {
  const files = (await Promise.all(drawers.map((drawer) => drawer.list()))).flat();
  const sets = await Promise.all(
    files.map(async ({ id, file }) => {
      const header = await readHeader(file).catch(() => null);
      return header ? [{ ...header.about, id, bytes: file.size }] : [];
    }),
  );
  return sets.flat().sort((a, b) => b.added - a.added);
}

export async function removeKept(id: string, drawers = browserDrawers()): Promise<void> {
  await Promise.all(drawers.map((drawer) => drawer.remove(id)));
}

/** The file of a set, and its header; null: there is none that is whole. */
export async function findKept(id: string, drawers = browserDrawers()) {
  for (const drawer of drawers) {
    const file = await drawer.find(id);
    const header = file && (await readHeader(file).catch(() => null));
    if (header) return { file, header };
  }
  return null;
}

/** Puts a file into the first drawer that takes it; what was in the way, or null. */
export async function putAway(
  id: string,
  parts: readonly Part[],
  drawers = browserDrawers(),
): Promise<'quota' | 'unavailable' | null> {
  for (const drawer of drawers) {
    const fault = await drawer.write(id, parts);
    // Where there is no room in one there is none in the other.
    if (fault !== 'unavailable') return fault;
  }
  return 'unavailable';
}

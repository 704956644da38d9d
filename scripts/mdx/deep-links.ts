import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Static hosts answer an unknown path with 404.html: the same page, so that a deep link opens. */
export function deepLinks(): Plugin {
  let folder = 'dist';
  return {
    name: 'unrolled:deep-links',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async writeBundle() {
      await copyFile(join(folder, 'index.html'), join(folder, '404.html'));
    },
  };
}

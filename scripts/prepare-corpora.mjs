import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareCorpora } from './corpora/prepare.mjs';

/* Writes public/corpora from the data sets among the development dependencies. Runs before start, build and test. */
try {
  const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'public', 'corpora');
  const { written, index } = prepareCorpora(folder);
  for (const { file, words } of written ? index.corpora : [])
    console.log(`public/corpora/${file}: ${words} words`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

// @ts-check
import { fileURLToPath } from 'node:url';
import { prepareCorpora as prepareInto } from './corpora/prepare.mjs';

/**
 * Writes public/corpora from the data sets among the development dependencies; nothing when it is up to date. Runs before
 * start, dev, build and test. Throws when a data set is missing.
 */
export function prepareCorpora() {
  const { written, index } = prepareInto(fileURLToPath(new URL('../public/corpora', import.meta.url)));
  for (const { file, words } of written ? index.corpora : [])
    console.log(`public/corpora/${file}: ${words} words`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepareCorpora();

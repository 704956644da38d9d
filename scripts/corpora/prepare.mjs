import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORPORA } from './corpora.mjs';

const INDEX = 'index.json';
const NOTICE = 'NOTICE.txt';
const OWN_FILES = ['clean.mjs', 'corpora.mjs', 'prepare.mjs', 'speakers.mjs', 'song-ci.txt.gz'];

/**
 * Writes the corpora, their index and their notice into `folder`, unless what is there is up to date.
 * @param {string} folder
 * @returns {{ written: boolean, index: Index }}
 *
 * @typedef {{ stamp: string, corpora: readonly Entry[] }} Index
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} file
 * @property {'en' | 'zh'} language
 * @property {{ en: string, zh: string }} titles
 * @property {string} source
 * @property {number} bytes
 * @property {number} words parted by white space; in Chinese, characters
 */
export function prepareCorpora(folder) {
  const stamp = currentStamp();
  const present = readIndex(folder);
  if (present?.stamp === stamp && isComplete(folder, present)) return { written: false, index: present };
  mkdirSync(folder, { recursive: true });
  const index = { stamp, corpora: CORPORA.map((corpus) => writeCorpus(folder, corpus)) };
  writeFileSync(join(folder, NOTICE), noticeText(index));
  // Last: an interrupted run leaves no index that claims to be up to date.
  writeFileSync(join(folder, INDEX), `${JSON.stringify(index, null, 2)}\n`);
  return { written: true, index };
}

/** Changes when a package or this code does. */
function currentStamp() {
  const hash = createHash('sha256');
  for (const name of OWN_FILES) hash.update(readFileSync(fileURLToPath(new URL(name, import.meta.url))));
  for (const { folder } of CORPORA) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) hash.update(readFileSync(manifest));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} folder
 * @returns {Index | null} null when there is none, or half of one
 */
function readIndex(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, INDEX), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * @param {string} folder
 * @param {Index} index
 */
function isComplete(folder, index) {
  const isThere = (/** @type {string} */ name) => existsSync(join(folder, name));
  const isWhole = (/** @type {Index['corpora'][number]} */ { file, bytes }) =>
    isThere(file) && statSync(join(folder, file)).size === bytes;
  return isThere(NOTICE) && index.corpora.every(isWhole);
}

/**
 * @param {string} folder
 * @param {import('./corpora.mjs').Corpus} corpus
 * @returns {Entry}
 */
function writeCorpus(folder, corpus) {
  const { text, titles, source } = corpus.read(corpus.folder);
  const file = `${corpus.id}.txt`;
  writeFileSync(join(folder, file), `${text}\n`);
  return {
    id: corpus.id,
    file,
    language: corpus.language,
    titles,
    source,
    bytes: Buffer.byteLength(text) + 1,
    words: text.match(corpus.language === 'zh' ? /[\u4e00-\u9fff]/g : /\S+/g)?.length ?? 0,
  };
}

/** @param {Index} index */
function noticeText({ corpora }) {
  const parts = corpora.map(({ file, source }, i) => `${file}\n  ${source}\n  From ${CORPORA[i]?.package}.`);
  return [
    'Texts for training. All are in the public domain.',
    ...parts,
    'The English data sets were compiled by The Stdlib Authors: database under the Open Data Commons Public Domain Dedication & License 1.0,\n' +
      'contents under Creative Commons Zero v1.0 Universal. The addresses are works of the United States Government\n' +
      '(17 U.S.C. § 105); the copyright of Moby-Dick has expired.',
    'The poems were compiled by the authors of chinese-poetry, under the MIT licence; the poets have been dead for 700 years.',
    'Changed here: one line a paragraph, single spaces, straight quotation marks; asterisks of footnotes and the\n' +
      "stenographers' notes (Applause, Laughter) removed. Of the poems, those with lost characters or notes left out.",
  ]
    .join('\n\n')
    .concat('\n');
}

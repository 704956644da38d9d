// @ts-check
/**
 * Makes song-ci.txt.gz, which is committed, from the package chinese-poetry (86 MB packed, so no dependency):
 *   npm pack chinese-poetry && tar xzf chinese-poetry-*.tgz && node scripts/corpora/make-song-ci.mjs package
 * Same package, same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Who is read most, in order of time; with all 1,500 authors the file would be four times as large. */
const AUTHORS = [
  ...[
    '范仲淹',
    '柳永',
    '张先',
    '晏殊',
    '欧阳修',
    '王安石',
    '晏几道',
    '苏轼',
    '黄庭坚',
    '秦观',
    '贺铸',
    '周邦彦',
  ],
  ...[
    '叶梦得',
    '朱敦儒',
    '李清照',
    '张元干',
    '岳飞',
    '陆游',
    '范成大',
    '张孝祥',
    '辛弃疾',
    '陈亮',
    '刘过',
    '姜夔',
  ],
  ...['史达祖', '刘克庄', '吴文英', '周密', '文天祥', '王沂孙', '蒋捷', '张炎'],
];
/** Whole poems only: no lost characters, no editor's notes. */
const CLEAN = /^[\u4e00-\u9fff。，、！？；]+$/u;

/**
 * @typedef {object} Ci
 * @property {string} author
 * @property {readonly string[]} paragraphs
 * @property {string} rhythmic
 */

/**
 * Tune and author on one line, the poem on the next, an empty line between poems.
 * @param {readonly Ci[]} poems
 */
export function songCiText(poems) {
  return AUTHORS.flatMap((author) =>
    poems
      .filter((poem) => poem.author === author)
      .map(({ rhythmic, paragraphs }) => ({
        title: rhythmic.split(/[（(]/)[0] ?? '',
        text: paragraphs.join(''),
      }))
      .filter(({ title, text }) => CLEAN.test(title) && CLEAN.test(text))
      .map(({ title, text }) => `${title}·${author}\n${text}`),
  ).join('\n\n');
}

/** @param {string} folder */
function readPoems(folder) {
  const place = join(folder, 'dist', 'songci');
  const start = (/** @type {string} */ name) => Number(name.split('.')[2]);
  const names = readdirSync(place).filter((name) => /^ci\.song\.\d+\.json$/.test(name));
  return names
    .sort((a, b) => start(a) - start(b))
    .flatMap((name) => /** @type {Ci[]} */ (JSON.parse(readFileSync(join(place, name), 'utf8'))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (!folder)
    throw new Error('Say where the unpacked package is: node scripts/corpora/make-song-ci.mjs package');
  const text = songCiText(readPoems(folder));
  const file = fileURLToPath(new URL('song-ci.txt.gz', import.meta.url));
  writeFileSync(file, gzipSync(text, { level: 9 }));
  console.log(`${text.length} characters, ${new Set(text).size} different`);
}

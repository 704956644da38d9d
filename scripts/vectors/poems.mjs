// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Editors' notes and lost passages stand in brackets. */
const NOTES = /[（(〔［[{【][^）)〕］\]}】]*[）)〕］\]}】]/gu;
const NOT_HAN = /[^\p{Script=Han}]+/gu;

/**
 * The poems of the Tang anthology of chinese-poetry, in its order.
 * @param {string} folder of the unpacked package
 * @returns {readonly string[]}
 */
export function readTangPoems(folder) {
  const place = join(folder, 'dist', 'quantangshi');
  const start = (/** @type {string} */ name) => Number(name.split('.')[2]);
  return readdirSync(place)
    .filter((name) => /^poet\.tang\.\d+\.json$/.test(name))
    .sort((a, b) => start(a) - start(b))
    .flatMap((name) => {
      /** @type {readonly { readonly paragraphs: readonly string[] }[]} */
      const poems = JSON.parse(readFileSync(join(place, name), 'utf8'));
      return poems.map(({ paragraphs }) => paragraphs.join(''));
    });
}

/**
 * A poem as its characters, without marks, notes and what is no Chinese character.
 * @param {string} text
 */
export function charactersOf(text) {
  return Array.from(text.replace(NOTES, '').replace(NOT_HAN, ''));
}

/**
 * Characters that occur at least `least` times, the most frequent first; of equally frequent ones the first in Unicode.
 * @param {Iterable<readonly string[]>} texts
 * @param {number} least
 */
export function countCharacters(texts, least) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const text of texts) for (const one of text) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Other ways of writing a character, and the one that dictionaries of simplified script have, side by side. */
const VARIANTS = new Map(
  `疎疏 劒剑 鴈雁 猨猿 慙惭 簷檐 鬬斗 徧遍 櫂棹 媿愧 嬾懒 蘂蕊 堦阶 褭袅 覩睹 珮佩 臯皋 皐皋 廻回 飜翻 髪发 煖暖 暎映 歛敛 隣邻
  呌叫 竝并 倂并 燄焰 牋笺 罇樽 荅答 鏁锁 羇羁 覊羁 逈迥 鵶鸦 僊仙 讐仇 緜绵 缾瓶 毬球 壻婿 蹔暂 栢柏 粧妆 麤粗 麄粗 棃梨 鸎莺
  筯箸 帬裙 懃勤 慇殷 牓榜 牕窗 窻窗 窓窗 醆盏 趂趁 邨村 懽欢 悮误 飡餐 虵蛇 椀碗 盌碗 蔕蒂 峩峨 徴征 袴裤 輭软 汚污 効效 欵款
  衞卫 諠喧 怱匆 悤匆 穉稚 畧略 輙辄 胷胸 廐厩 鳯凤 遯遁 蕚萼 勅敕 塲场 厓崖 嵒岩 睠眷 椶棕 謌歌 羗羌 臙胭 澁涩 荳豆 濶阔 敍叙
  甎砖 塼砖 氊毡 嗁啼 撃击 桮杯 巵卮 妬妒 嚬颦 顦憔 顇悴 鼇鳌 檝楫 拏拿 瓌瑰 旛幡 磵涧 藂丛 鎗枪 鉏锄 恡吝 穽阱 箒帚 姪侄`
    .split(/\s+/)
    .map(([variant = '', usual = '']) => [variant, usual]),
);

/**
 * Characters as dictionaries have them, so that one word is not several.
 * @param {readonly string[]} characters in simplified script
 */
export function usualCharacters(characters) {
  return characters.map((character) => VARIANTS.get(character) ?? character);
}

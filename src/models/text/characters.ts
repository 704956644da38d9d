/** Unicode characters of a text: a pair of surrogates is one. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let i = 1; i < text.length; i++) {
    if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) count--;
  }
  return count;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

const LETTER = /\p{L}/gu;
const HAN = /\p{Script=Han}/gu;
/** UTF-16 units at the beginning that are looked at. */
const SAMPLE = 20_000;
const HAN_SHARE = 0.3;

/** Whether a good part of its letters are Chinese characters. */
export function isChinese(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  return letters > 0 && (sample.match(HAN)?.length ?? 0) >= HAN_SHARE * letters;
}

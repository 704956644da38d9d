import { createRandom } from '../../src/models/random.ts';

export const DIMENSIONS = 100;
/** Different numbers that occur; which of them stand in a row is drawn. */
const NUMBERS = 100_000;

/** Text as GloVe writes it, so many words of 100 numbers with five digits or six: about 870 bytes a line. */
export function makeFile(words: number): File {
  const random = createRandom(7);
  const numbers = Array.from({ length: NUMBERS }, () => {
    const sum = random.next() + random.next() + random.next() - 1.5;
    return String(Number((0.9 * sum).toPrecision(5)));
  });
  const parts: string[] = [];
  for (let i = 0; i < words; i++) {
    const at = Math.floor(random.next() * (NUMBERS - DIMENSIONS));
    parts.push(`w${(i * 7919).toString(36)} ${numbers.slice(at, at + DIMENSIONS).join(' ')}\n`);
  }
  return new File(parts, 'glove.txt');
}

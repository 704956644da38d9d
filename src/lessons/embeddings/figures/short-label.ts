/** Full-width letters take two places. */
const placesOf = (letter: string): number =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\uff60]/u.test(letter) ? 2 : 1;

/** A word that fits beside a row or over a column: the beginning of one that has more than `most` places. */
export function shortLabel(word: string, most: number): string {
  const letters = Array.from(word);
  const places = letters.reduce((sum, letter) => sum + placesOf(letter), 0);
  if (places <= most) return word;
  let room = most - 1;
  const kept = letters.filter((letter) => {
    room -= placesOf(letter);
    return room >= 0;
  });
  return `${kept.join('')}…`;
}

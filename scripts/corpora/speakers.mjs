import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText, dropFootnoteMarks, dropStageDirections } from './clean.mjs';

/** Whose sentences are told apart, in order of time: names as the data set has them, and as the label says them. */
const SPEAKERS = [
  ['George Washington', 'Washington'],
  ['Andrew Jackson', 'Jackson'],
  ['Abraham Lincoln', 'Lincoln'],
  ['Ulysses S Grant', 'Grant'],
  ['Theodore Roosevelt', 'T-Roosevelt'],
  ['Woodrow Wilson', 'Wilson'],
  ['Franklin D Roosevelt', 'F-Roosevelt'],
  ['John F Kennedy', 'Kennedy'],
  ['Ronald Reagan', 'Reagan'],
  ['William J Clinton', 'Clinton'],
  ['Barack Obama', 'Obama'],
];
const NOVELIST = 'Melville';

/** One sentence in so many is taken: the file stays small, and every speech has its share. */
const EVERY = 4;
const EVERY_OF_THE_NOVEL = 12;
/** Words that a sentence has at least and at most. */
const LENGTH = [8, 45];

/**
 * Sentences with their speakers as labels, a line each, in the format of fastText's classifier. Cut by rules of our own:
 * Intl.Segmenter's sentences differ from one version of ICU to the next, and these bytes must not.
 * @param {string} addresses folder of the addresses
 * @param {string} novel text of the novel
 */
export function speakerLines(addresses, novel) {
  const names = readdirSync(addresses)
    .filter((name) => /^\d{4}_.*\.json$/.test(name))
    .sort();
  const speeches = names.map((name) => JSON.parse(readFileSync(join(addresses, name), 'utf8')));
  const said = SPEAKERS.flatMap(([name, label]) => {
    const own = speeches
      .filter((speech) => speech.name === name)
      .map(({ text }) => dropStageDirections(text));
    return labelled(label ?? '', own.flatMap(sentences), EVERY);
  });
  return [...said, ...labelled(NOVELIST, sentences(dropFootnoteMarks(novel)), EVERY_OF_THE_NOVEL)].join('\n');
}

/** @param {string} text */
export function sentences(text) {
  const [least, most] = LENGTH;
  return cleanText(text)
    .split(/\n+|(?<=[a-z)"][.!?]["')]?) (?=["'(]?[A-Z])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => {
      const { length } = sentence.split(' ');
      return length >= (least ?? 0) && length <= (most ?? 0);
    });
}

/**
 * @param {string} label
 * @param {readonly string[]} all
 * @param {number} every
 */
function labelled(label, all, every) {
  return all.filter((_, i) => i % every === 0).map((sentence) => `__label__${label} ${sentence}`);
}

/** Who reads, the peer first. */
export const NAMES = ['plain', 'floats', 'bytes'] as const;

export const HEADINGS: Readonly<Record<(typeof NAMES)[number], string>> = {
  plain: 'Split and parseFloat',
  floats: 'Ours, 32-bit floats',
  bytes: 'Ours, 8 bits',
};

/** What the page tells of one reader. */
export interface Measured {
  readonly name: (typeof NAMES)[number];
  /** Milliseconds for the file: median, and the distance of the quartiles as a share of it. */
  readonly ms: number;
  readonly spread: number;
  readonly runs: number;
  /** Milliseconds until the first rows can be asked for. */
  readonly early: number;
  readonly words: number;
  /** Of all numbers that were read. */
  readonly sum: number;
}

/** A number rounded to 8 bits is off by this share of its row's largest at the most; their sum by far less. */
const SAME = 0.01;

/** How many times as fast as the peer; null where something else was read. */
export function ratioOf(one: Measured, all: readonly Measured[]): number | null {
  const [peer] = all;
  if (!peer || one.words !== peer.words) return null;
  return Math.abs(one.sum - peer.sum) <= SAME * Math.abs(peer.sum) ? peer.ms / one.ms : null;
}

/** The table for people, in Markdown. */
export function tableOf(all: readonly Measured[], bytes: number): string {
  const cells = all.map((one) => {
    const ratio = ratioOf(one, all);
    const rate = `${Math.round(bytes / 1000 / one.ms).toLocaleString('en')} MB/s`;
    const times =
      one === all[0] ? '' : ratio === null ? ', reads something else' : `, ${ratio.toPrecision(3)}×`;
    return [HEADINGS[one.name], `${rate}${times}`, `${Math.round(one.early).toLocaleString('en')} ms`];
  });
  const lines = [['A GloVe .txt', 'Read', 'First answers after'], ['---', '--:', '--:'], ...cells];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

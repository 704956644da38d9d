/** Who searches, the peer first; `js` is our own tier without WebAssembly. */
export const NAMES = ['plain', 'js', 'wasm'] as const;
export type Name = (typeof NAMES)[number];
export const PRECISIONS = ['int8', 'float32'] as const;
export type RowPrecision = (typeof PRECISIONS)[number];

const HEADINGS: Readonly<Record<Name, string>> = {
  plain: 'A loop over all rows',
  js: 'Ours, plain TypeScript',
  wasm: 'Ours, WASM SIMD',
};
const KINDS: Readonly<Record<RowPrecision, string>> = { int8: '8 bits', float32: '32-bit floats' };

/** What the page tells of one search. */
export interface Measured {
  readonly name: Name;
  readonly precision: RowPrecision;
  /** Milliseconds of one question: median, and the distance of the quartiles as a share of it. */
  readonly ms: number;
  readonly spread: number;
  readonly runs: number;
  /** The ten nearest of each question. */
  readonly found: string;
}

const peerOf = (one: Measured, all: readonly Measured[]): Measured | undefined =>
  all.find(({ name, precision }) => name === 'plain' && precision === one.precision);

/** How many times as fast as the peer; null where something else was found. */
export function ratioOf(one: Measured, all: readonly Measured[]): number | null {
  const peer = peerOf(one, all);
  return peer && peer.found === one.found ? peer.ms / one.ms : null;
}

/** The table for people, in Markdown. */
export function tableOf(all: readonly Measured[]): string {
  const cell = (name: Name, precision: RowPrecision): string => {
    const one = all.find((each) => each.name === name && each.precision === precision);
    if (!one) return '–';
    const ratio = ratioOf(one, all);
    const times =
      name === 'plain' ? '' : ratio === null ? ', finds something else' : `, ${ratio.toPrecision(2)}×`;
    return `${one.ms.toFixed(1)} ms${times}`;
  };
  const rows = NAMES.map((name) => [HEADINGS[name], ...PRECISIONS.map((precision) => cell(name, precision))]);
  const lines = [
    ['Ten nearest by cosine', ...PRECISIONS.map((precision) => KINDS[precision])],
    ['---', '--:', '--:'],
    ...rows,
  ];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

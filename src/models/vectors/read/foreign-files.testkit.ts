/*
 * Files of vectors as other programs write them, put together here from the formats' descriptions and from nothing of the product's:
 * what readers are held to.
 */

/** Words with their numbers, in order. */
export type Rows = readonly (readonly [word: string, numbers: readonly number[]])[];

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'utf8'));

export function bytesOf(...parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
  );
}

/** GloVe's text; with `header` word2vec's and fastText's. */
export function textFile(
  rows: Rows,
  { header = false, gap = ' ', eol = '\n', tail = '' } = {},
): Uint8Array<ArrayBuffer> {
  const lines = rows.map(([word, numbers]) => `${word}${gap}${numbers.join(gap)}${tail}${eol}`);
  return utf8(`${header ? `${rows.length} ${rows[0]?.[1].length ?? 0}${eol}` : ''}${lines.join('')}`);
}

function floats(numbers: readonly number[], size: 4 | 8 = 4, isBig = false): Buffer {
  const buffer = Buffer.alloc(numbers.length * size);
  numbers.forEach((value, i) => {
    if (size === 8) buffer[isBig ? 'writeDoubleBE' : 'writeDoubleLE'](value, 8 * i);
    else buffer[isBig ? 'writeFloatBE' : 'writeFloatLE'](value, 4 * i);
  });
  return buffer;
}

/** word2vec's .bin, with a line feed behind each row as word2vec.c has it, or without as gensim has it. */
export function word2vecFile(rows: Rows, { feeds = true, said = rows.length } = {}): Uint8Array<ArrayBuffer> {
  const d = rows[0]?.[1].length ?? 0;
  const parts = rows.flatMap(([word, numbers]) => [`${word} `, floats(numbers), feeds ? '\n' : '']);
  return bytesOf(`${said} ${d}\n`, ...parts);
}

export interface FasttextModel {
  readonly words: Rows;
  readonly labels?: readonly string[];
  readonly ngrams: readonly (readonly number[])[];
  readonly minN: number;
  readonly maxN: number;
  readonly version?: number;
  readonly quantised?: boolean;
}

/** fastText's .bin: FastText::saveModel, Args::save, Dictionary::save, DenseMatrix::save. */
export function fasttextFile(model: FasttextModel): Uint8Array<ArrayBuffer> {
  const { words, labels = [], ngrams, minN, maxN, version = 12, quantised = false } = model;
  const d = words[0]?.[1].length ?? 0;
  const ints = (...values: readonly number[]) => {
    const buffer = Buffer.alloc(4 * values.length);
    for (const [i, value] of values.entries()) buffer.writeInt32LE(value, 4 * i);
    return buffer;
  };
  const long = (value: number) => {
    const buffer = Buffer.alloc(8);
    buffer.writeBigInt64LE(BigInt(value));
    return buffer;
  };
  const entry = (word: string, count: number, kind: number) => [`${word}\0`, long(count), Buffer.of(kind)];
  const rows = [...words.map(([, numbers]) => numbers), ...ngrams];
  return bytesOf(
    ints(793712314, version),
    // dim, ws, epoch, minCount, neg, wordNgrams, loss, model, bucket, minn, maxn, lrUpdateRate
    ints(d, 5, 5, 1, 5, 1, 2, 2, ngrams.length, minN, maxN, 100),
    floats([1e-4], 8),
    ints(words.length + labels.length, words.length, labels.length),
    long(1000),
    long(-1),
    ...words.flatMap(([word], i) => entry(word, 100 - i, 0)),
    ...labels.flatMap((label) => entry(label, 3, 1)),
    Buffer.of(quantised ? 1 : 0),
    long(rows.length),
    long(d),
    ...rows.map((row) => floats(row)),
    Buffer.of(0),
    long(words.length),
    long(d),
    ...words.map(() => floats(Array<number>(d).fill(0.5))),
  );
}

/** NumPy's .npy, version 1: a matrix row by row, or column by column. */
export function npyFile(
  matrix: readonly (readonly number[])[],
  { size = 4 as 4 | 8, fortran = false, shape = '' } = {},
): Uint8Array<ArrayBuffer> {
  const d = matrix[0]?.length ?? 0;
  const order = fortran ? 'True' : 'False';
  const said = shape || `(${matrix.length}, ${d})`;
  const dict = `{'descr': '<f${size}', 'fortran_order': ${order}, 'shape': ${said}, }`;
  const header = `${dict.padEnd(117)}\n`;
  const length = Buffer.alloc(2);
  length.writeUInt16LE(header.length);
  const columns = Array.from({ length: d }, (_, j) => matrix.map((row) => row[j] ?? 0));
  const numbers = (fortran ? columns : matrix).flat();
  return bytesOf(Buffer.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0), length, header, floats(numbers, size));
}

/** safetensors: the header's length, JSON, data. Half numbers are given by their bits. */
export function safetensorsFile(
  tensors: Readonly<
    Record<string, { readonly dtype: string; readonly shape: readonly number[]; readonly data: Uint8Array }>
  >,
): Uint8Array<ArrayBuffer> {
  let at = 0;
  const entries = Object.entries(tensors).map(([name, { dtype, shape, data }]) => {
    const begin = at;
    at += data.length;
    return [name, { dtype, shape, data_offsets: [begin, at] }] as const;
  });
  const json = JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(entries) });
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(Buffer.byteLength(json)));
  return bytesOf(length, json, ...Object.values(tensors).map(({ data }) => data));
}

export const floatTensor = (matrix: readonly (readonly number[])[]) => ({
  dtype: 'F32',
  shape: [matrix.length, matrix[0]?.length ?? 0],
  data: new Uint8Array(floats(matrix.flat())),
});

import { createRowStore } from '../../src/models/vectors/row-store.ts';
import { createScheduler } from '../../src/workers/scheduler.ts';
import { openSource } from '../../src/workers/vectors/intake/open-source.ts';
import { DIMENSIONS } from './file.ts';
import { readPlain } from './plain.ts';
import type { NAMES } from './table.ts';

export interface Asked {
  readonly name: (typeof NAMES)[number];
  readonly file: File;
}

export interface Answered {
  readonly ms: number;
  readonly words: number;
  /** Sum of all numbers: whether the same was read. */
  readonly sum: number;
  /** When the first rows could be asked for, ms; null: not before all were there. */
  readonly early: number | null;
}

const { now, yield: pause } = createScheduler();

async function plain(file: File): Promise<Answered> {
  const begun = now();
  const { words, rows } = await readPlain(file);
  const ms = now() - begun;
  return { ms, words: words.length, sum: rows.reduce((sum, row) => sum + sumOf(row), 0), early: null };
}

/** As the notebook's worker opens a file; memory grows where it is, as that of a kernel. */
async function ours(file: File, precision: 'float32' | 'int8'): Promise<Answered> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const page = 2 ** 16;
  const grow = (bytes: number): ArrayBuffer => {
    const more = Math.ceil(bytes / page) - memory.buffer.byteLength / page;
    if (more > 0) memory.grow(more);
    return memory.buffer as ArrayBuffer;
  };
  const begun = now();
  let early: number | null = null;
  const opened = await openSource(
    { kind: 'files', files: [file] },
    { most: null, only: null, precision, memory: 2 ** 30 },
    {
      now,
      yield: pause,
      onProgress: () => undefined,
      early: 2 ** 20,
      onEarly: () => {
        early = now() - begun;
      },
      createRows: (dimensions, kept) => createRowStore(dimensions, kept, { start: 0, grow }),
    },
  );
  const ms = now() - begun;
  if (!opened.ok) throw new Error(opened.fault.code);
  const { rows, words } = opened.source;
  const row = new Float32Array(DIMENSIONS);
  let sum = 0;
  for (let i = 0; i < rows.count; i++) {
    rows.rowInto(i, row);
    sum += sumOf(row);
  }
  return { ms, words: words.length, sum, early };
}

const sumOf = (row: Float32Array): number => row.reduce((sum, value) => sum + value, 0);

addEventListener('message', async ({ data: { name, file } }: MessageEvent<Asked>) => {
  if (name === 'plain') postMessage(await plain(file));
  else postMessage(await ours(file, name === 'floats' ? 'float32' : 'int8'));
});

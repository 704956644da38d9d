import { loadVectorModule } from '../../src/kernels/wasm/load-vectors.ts';
import { createVectorKernels } from '../../src/kernels/wasm/vectors.ts';
import { createRandom } from '../../src/models/random.ts';
import { createAnswerer, createPlainKernels } from '../../src/models/vectors/answer.ts';
import { createRowFacts } from '../../src/models/vectors/row-facts.ts';
import { createRowStore } from '../../src/models/vectors/row-store.ts';
import { searchPlain } from './plain.ts';
import type { Name, RowPrecision } from './table.ts';

export interface Asked {
  readonly name: Name;
  readonly precision: RowPrecision;
  readonly words: number;
  readonly dimensions: number;
}

/** Milliseconds of each question, and what all of them found. */
export interface Answered {
  readonly times: readonly number[];
  readonly found: string;
}

/** Questions that are counted, and those before, in which compilers settle and norms are computed. */
const QUESTIONS = 24;
const WARM_UP = 12;
const COUNT = 10;

async function kernelsOf(name: Name) {
  const module = name === 'wasm' ? await loadVectorModule() : null;
  return module ? createVectorKernels(module) : createPlainKernels();
}

/** About as word vectors are: each number a sum of three uniform ones, the same for everybody. */
function fill(store: ReturnType<typeof createRowStore>, count: number): void {
  const draw = createRandom(1);
  const row = new Float32Array(store.dimensions);
  store.reserve(count);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < row.length; k++) row[k] = draw.next() + draw.next() + draw.next() - 1.5;
    store.push(row);
  }
}

async function searcherOf({ name, precision, words, dimensions }: Asked): Promise<(row: number) => number[]> {
  const kernels = await kernelsOf(name);
  const store = createRowStore(dimensions, precision, kernels.rows.memory);
  fill(store, words);
  if (name === 'plain') {
    const rows = store.finish();
    const isFloat = rows.precision === 'float32';
    const numbers = isFloat ? rows.values : rows.codes;
    const scales = isFloat ? new Float32Array(words).fill(1) : rows.scales;
    const norms = createRowFacts(store).norms(false);
    return (row) => searchPlain({ numbers, scales, norms, d: dimensions }, row, COUNT);
  }
  const names = Array.from({ length: words }, (_, i) => `w${i}`);
  const set = { words: names, store, counts: null, columns: [], unseen: null };
  const { answer } = createAnswerer(set, kernels, () => performance.now());
  return (row) => {
    const terms = [{ word: `w${row}`, weight: 1 }];
    const question = {
      kind: 'nearest',
      terms,
      metric: 'cosine',
      count: COUNT,
      centred: false,
      exclude: true,
    } as const;
    return answer(question).hits.map(({ index }) => index);
  };
}

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const search = await searcherOf(data);
  const times: number[] = [];
  const found: string[] = [];
  for (let question = 0; question < WARM_UP + QUESTIONS; question++) {
    const begun = performance.now();
    const hits = search(question * 31);
    times.push(performance.now() - begun);
    found.push(hits.join(' '));
  }
  postMessage({ times: times.slice(WARM_UP), found: found.join(', ') } satisfies Answered);
});

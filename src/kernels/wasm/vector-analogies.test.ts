import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { buildKernels } from '../../../scripts/build-kernels.mjs';
import { createAnswerer } from '../../models/vectors/answer.ts';
import { readBundle } from '../../models/vectors/bundle.ts';
import type { CategoryScore } from '../../models/vectors/questions.ts';
import { createRowStore } from '../../models/vectors/row-store.ts';
import { createVectorKernels } from './vectors.ts';

const FILE = '../shared/data/analogy/questions-words.txt';

/** The bundled English words, searched in SIMD. */
async function glove() {
  await buildKernels();
  const code = await readFile(new URL('./build/vectors-simd.wasm', import.meta.url));
  const kernels = createVectorKernels(await WebAssembly.compile(code));
  const read = readBundle(readFileSync('public/vectors/glove.vectors'));
  if (!read.ok) throw new Error(read.fault.code);
  const { words, dimensions, rows } = read.bundle.table;
  const store = createRowStore(dimensions, 'int8', kernels.rows.memory);
  if (rows.precision === 'int8')
    for (const [i, scale] of rows.scales.entries())
      store.pushCodes(rows.codes.subarray(i * dimensions, (i + 1) * dimensions), scale);
  return createAnswerer({ words, store, counts: null, columns: [], unseen: null }, kernels, () => 0);
}

const all = (categories: readonly CategoryScore[], key: Exclude<keyof CategoryScore, 'name'>) =>
  categories.reduce((sum, category) => sum + category[key], 0);

// The figures are those of an independent program over the same vectors before they were rounded to 8 bits.
it.skipIf(!existsSync(FILE))(
  'the bundled words answer Mikolov’s questions as well as they should',
  async () => {
    const { score } = await glove();
    const questions = readFileSync(FILE, 'utf8');
    const ask = { kind: 'score', questions, method: 'add', centred: false } as const;
    const scoring = score({ ...ask, exclude: true, candidates: null });
    while (scoring.step());
    const { categories, bad } = scoring.answer();
    expect(bad).toBeNull();
    expect(categories).toHaveLength(14);
    expect(all(categories, 'questions')).toBe(19_544);
    expect(Math.abs((100 * all(categories, 'correct')) / 19_544 - 64.8)).toBeLessThanOrEqual(0.3);
    const open = score({ ...ask, exclude: false, candidates: 20_000 });
    while (open.step());
    const free = open.answer().categories;
    expect(all(free, 'answerable')).toBe(12_363);
    expect(Math.round((100 * all(free, 'correct')) / all(free, 'answerable'))).toBe(35);
    expect(Math.round((100 * all(free, 'queryWords')) / all(free, 'answerable'))).toBe(61);
  },
);

import type { VectorKernels } from '../../models/vectors/answer.ts';
import { createRowStore } from '../../models/vectors/row-store.ts';
import type { Precision } from '../../models/vectors/vector-table.ts';
import { createOpenSet, WHOLE } from './asked-set.ts';
import { openKept } from './kept/keep-set.ts';
import { openBuiltIn } from './open-built-in.ts';
import type { OpenAnySet, OpenedSet, OpenHooks } from './open-set.ts';
import { openSourceSet } from './open-source-set.ts';
import type { BuiltInId, KeepOptions, SourceFault, SourceFlaw, VectorOrigin } from './protocol.ts';

type Learnt = Extract<VectorOrigin, { readonly kind: 'learnt' }>;

/** Opens a set, wherever it is, with its rows where the kernels read them. */
export function createOpener(loadKernels: () => Promise<VectorKernels>): OpenAnySet {
  return async (order, hooks) => {
    const { origin, keep } = order;
    switch (origin.kind) {
      case 'built-in':
        return openSite(origin.id, loadKernels(), hooks);
      case 'learnt':
        return openLearnt(origin, keep, await loadKernels(), hooks);
      case 'kept':
        return openAgain(origin.id, await loadKernels(), hooks);
      case 'files':
      case 'url':
        return openSourceSet(origin, order, await loadKernels(), hooks);
    }
  };
}

const refused = (fault: SourceFault): OpenedSet => ({ ok: false, fault, flaws: [], good: null });

/** The kernels are on their way while the set is. */
async function openSite(
  id: BuiltInId,
  coming: Promise<VectorKernels>,
  { now, onProgress }: OpenHooks,
): Promise<OpenedSet> {
  const memory = coming.then(({ rows }) => rows.memory);
  const opened = await openBuiltIn(id, { memory, onProgress });
  const kernels = await coming;
  if (!opened.ok) return refused(opened.fault);
  const { name, set } = opened;
  const about = { ...WHOLE, name, origin: 'built-in' as const, builtIn: id, wordsInSource: set.words.length };
  return { ok: true, set: createOpenSet(set, kernels, () => about, now) };
}

async function openAgain(
  id: string,
  kernels: VectorKernels,
  { now, onProgress }: OpenHooks,
): Promise<OpenedSet> {
  const { memory } = kernels.rows;
  const createRows = (d: number, precision: Precision) => createRowStore(d, precision, memory);
  const opened = await openKept(id, { createRows, onProgress });
  if (!opened) return refused({ code: 'not-kept' });
  const { about: facts, builtIn, format, flaws, limit } = opened.header;
  const { name, wordsInSource } = facts;
  const about = { ...WHOLE, name, origin: 'kept' as const, builtIn, format, flaws, wordsInSource, limit };
  return { ok: true, set: createOpenSet(opened.set, kernels, () => about, now) };
}

function openLearnt(
  origin: Learnt,
  keep: KeepOptions,
  kernels: VectorKernels,
  { now }: OpenHooks,
): OpenedSet {
  const { name, words, dimensions: d, vectors } = origin;
  const fits = vectors.byteLength <= keep.memory;
  const store = createRowStore(d, keep.precision ?? (fits ? 'float32' : 'int8'), kernels.rows.memory);
  store.reserve(words.length);
  const rowOf = (i: number) => vectors.subarray(i * d, (i + 1) * d);
  // A run that diverged leaves rows that are no numbers.
  const good = words.flatMap((_, i) => (rowOf(i).every(Number.isFinite) ? [i] : []));
  for (const i of good) store.push(rowOf(i));
  const isWhole = good.length === words.length;
  const counts = origin.counts && Float64Array.from(good, (i) => origin.counts?.[i] ?? 0);
  const flaws = isWhole ? [] : [flawOf(origin, good)];
  const about = { ...WHOLE, name, origin: 'learnt' as const, wordsInSource: words.length, flaws };
  const set = { words: good.map((i) => words[i] ?? ''), store, counts, columns: [], unseen: null };
  return { ok: true, set: createOpenSet(set, kernels, () => about, now) };
}

function flawOf({ name, words, dimensions, vectors }: Learnt, good: readonly number[]): SourceFlaw {
  const bad = good.findIndex((index, i) => index !== i);
  const row = bad < 0 ? good.length : bad;
  const numbers = vectors.subarray(row * dimensions, (row + 1) * dimensions);
  const found = String(numbers.find((value) => !Number.isFinite(value)));
  const first = { file: name, row: row + 1, word: words[row] ?? '', found };
  return { code: 'not-a-number', count: words.length - good.length, first };
}

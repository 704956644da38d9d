import { createPlainKernels, type VectorKernels } from '../../models/vectors/answer.ts';
import { createRowStore } from '../../models/vectors/row-store.ts';
import { createOpenSet, WHOLE } from './asked-set.ts';
import { openKept } from './kept/keep-set.ts';
import { openBuiltIn } from './open-built-in.ts';
import type { OpenAnySet, OpenedSet, OpenHooks } from './open-set.ts';
import { openSourceSet } from './open-source-set.ts';
import type { BuiltInId, KeepOptions, SourceFault, VectorOrigin } from './protocol.ts';

type Learnt = Extract<VectorOrigin, { readonly kind: 'learnt' }>;

/** Opens a set, wherever it is, with its rows where the kernel reads them. */
export const openAny: OpenAnySet = async (order, hooks) => {
  const { origin, keep } = order;
  const kernels = createPlainKernels();
  switch (origin.kind) {
    case 'built-in':
      return openSite(origin.id, kernels, hooks);
    case 'learnt':
      return openLearnt(origin, keep, kernels, hooks);
    case 'kept':
      return openAgain(origin.id, kernels, hooks);
    case 'files':
    case 'url':
      return openSourceSet(origin, order, kernels, hooks);
  }
};

const refused = (fault: SourceFault): OpenedSet => ({ ok: false, fault, flaws: [], good: null });

async function openSite(
  id: BuiltInId,
  kernels: VectorKernels,
  { now, onProgress }: OpenHooks,
): Promise<OpenedSet> {
  const opened = await openBuiltIn(id, { memory: kernels.rows.memory, onProgress });
  if (!opened.ok) return refused(opened.fault);
  const { name, set } = opened;
  const about = { ...WHOLE, name, origin: 'built-in' as const, builtIn: id, wordsInSource: set.words.length };
  return { ok: true, set: createOpenSet(set, kernels, () => about, now) };
}

async function openAgain(id: string, kernels: VectorKernels, { now }: OpenHooks): Promise<OpenedSet> {
  const opened = await openKept(id, (d, precision) => createRowStore(d, precision, kernels.rows.memory));
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
  const { name, words, dimensions, vectors, counts } = origin;
  const fits = vectors.byteLength <= keep.memory;
  const store = createRowStore(
    dimensions,
    keep.precision ?? (fits ? 'float32' : 'int8'),
    kernels.rows.memory,
  );
  store.reserve(words.length);
  for (let i = 0; i < words.length; i++) store.push(vectors.subarray(i * dimensions, (i + 1) * dimensions));
  const about = { ...WHOLE, name, origin: 'learnt' as const, wordsInSource: words.length };
  const set = { words, store, counts, columns: [], unseen: null };
  return { ok: true, set: createOpenSet(set, kernels, () => about, now) };
}

import { createRowStore } from '../../models/vectors/row-store.ts';
import { type HeldRows, heldBytes, indexOf } from './held-rows.ts';
import { openBuiltIn } from './open-built-in.ts';
import type { OpenAnySet, OpenedSet, OpenSet } from './open-set.ts';
import type { OpenOrder, VectorOrigin, VectorSetInfo } from './protocol.ts';

type Learnt = Extract<VectorOrigin, { readonly kind: 'learnt' }>;

/** Opens a set, wherever it is. */
export const openAny: OpenAnySet = async (order, hooks) => {
  const { origin } = order;
  switch (origin.kind) {
    case 'built-in': {
      const opened = await openBuiltIn(origin.id, {
        createRows: createRowStore,
        onProgress: hooks.onProgress,
      });
      if (!opened.ok) return { ok: false, fault: opened.fault, flaws: [] };
      return {
        ok: true,
        set: setOf(opened.held, { name: opened.name, origin: 'built-in', builtIn: origin.id }),
      };
    }
    case 'learnt':
      return openLearnt(origin, order);
    default:
      return { ok: false, fault: { code: 'unsupported', file: origin.kind, detail: '' }, flaws: [] };
  }
};

function openLearnt(origin: Learnt, { keep }: OpenOrder): OpenedSet {
  const { name, words, dimensions, vectors, counts } = origin;
  const fits = vectors.byteLength <= keep.memory;
  const rows = createRowStore(dimensions, keep.precision ?? (fits ? 'float32' : 'int8'));
  rows.reserve(words.length);
  for (let i = 0; i < words.length; i++) rows.push(vectors.subarray(i * dimensions, (i + 1) * dimensions));
  const held = { words, index: indexOf(words), rows, counts: counts ?? [], columns: [], subwords: null };
  return { ok: true, set: setOf(held, { name, origin: 'learnt' }) };
}

function setOf(
  held: HeldRows,
  about: Partial<VectorSetInfo> & Pick<VectorSetInfo, 'name' | 'origin'>,
): OpenSet {
  const id = crypto.randomUUID();
  return {
    info: () => ({
      id,
      builtIn: null,
      format: null,
      words: held.rows.count,
      wordsInSource: held.rows.count,
      limit: null,
      dimensions: held.rows.dimensions,
      precision: held.rows.precision,
      bytes: heldBytes(held),
      rate: null,
      hasCounts: held.counts.length > 0,
      hasSubwords: held.subwords !== null,
      columns: held.columns.map(({ name }) => name),
      flaws: [],
      tier: 'js',
      ...about,
    }),
    // biome-ignore lint/correctness/useYield: the searcher comes with the next commit.
    *answer() {
      throw new Error('no searcher yet');
    },
    keep: async () => 'unavailable',
  };
}

import type { AskedSet, VectorKernels } from '../../models/vectors/answer.ts';
import { createRowStore } from '../../models/vectors/row-store.ts';
import { type AboutSet, createOpenSet, WHOLE } from './asked-set.ts';
import { type OpenSource, openSource, type ReadableOrigin } from './intake/open-source.ts';
import type { OpenedSet, OpenHooks, OpenSet } from './open-set.ts';
import type { OpenOrder, VectorSetInfo } from './protocol.ts';

/** Reads files, or what is behind an address; the set answers while it grows. */
export async function openSourceSet(
  origin: ReadableOrigin,
  { keep, early }: OpenOrder,
  kernels: VectorKernels,
  hooks: OpenHooks,
): Promise<OpenedSet> {
  const held: { source: OpenSource | null; set: OpenSet | null; isWhole: boolean } = {
    source: null,
    set: null,
    isWhole: false,
  };
  const hold = (source: OpenSource): OpenSet => {
    held.source = source;
    held.set ??= openSetOf(
      () => ({ source: held.source ?? source, isWhole: held.isWhole }),
      { origin: origin.kind, kernels },
      hooks,
    );
    return held.set;
  };
  const opened = await openSource(origin, keep, {
    ...hooks,
    early,
    onEarly: (source) => hooks.onEarly(hold(source)),
    createRows: (dimensions, precision) => createRowStore(dimensions, precision, kernels.rows.memory),
  });
  held.isWhole = true;
  if (opened.ok) return { ok: true, set: hold(opened.source) };
  const { fault, flaws, good } = opened;
  return { ok: false, fault, flaws, good: good && hold(good) };
}

interface Growing {
  readonly source: OpenSource;
  readonly isWhole: boolean;
}

/** One set over a source that grows, and may be another object once it is whole. */
function openSetOf(
  growing: () => Growing,
  given: {
    readonly origin: VectorSetInfo['origin'];
    readonly kernels: VectorKernels;
  },
  { now }: OpenHooks,
): OpenSet {
  let counts: Float64Array | null = null;
  const { words, rows } = growing().source;
  const set: AskedSet = {
    words,
    store: rows,
    get counts() {
      const { source, isWhole } = growing();
      // While they grow they are no table of numbers yet.
      if (isWhole && source.counts.length > 0) counts ??= Float64Array.from(source.counts);
      return counts;
    },
    get columns() {
      return growing().source.columns;
    },
    unseen: (word) => growing().source.subwords?.(word) ?? null,
  };
  const about = (): AboutSet => aboutSource(growing(), given.origin);
  return createOpenSet(set, given.kernels, about, now);
}

function aboutSource({ source }: Growing, origin: VectorSetInfo['origin']): AboutSet {
  const { name, format, wordsInSource, limit, flaws, rate, subwords } = source;
  return {
    ...WHOLE,
    name,
    format,
    origin,
    wordsInSource,
    limit,
    flaws,
    rate,
    hasSubwords: subwords !== null,
  };
}

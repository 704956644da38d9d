import type { MapLegend } from '../../components/plots/point-map/types.ts';

/** Classes of a map's points, and what they are called. */
export interface Colouring {
  readonly classes: Uint8Array;
  readonly legend: MapLegend;
}

/** Most groups that can be told apart by colour and shape. */
const MOST_GROUPS = 24;
/** Ranks at which the next step begins. */
const RANKS = [100, 1000, 5000, 20_000, 100_000] as const;

/** Steps of rank; only those that occur are named. */
export function byRank(ids: Int32Array, title: string, format: (value: number) => string): Colouring {
  const stepOf = (id: number) => RANKS.filter((bound) => id >= bound).length;
  const last = ids.reduce((most, id) => Math.max(most, stepOf(id)), 0);
  const names = Array.from({ length: last + 1 }, (_, step) => {
    const from = format((RANKS[step - 1] ?? 0) + 1);
    const to = RANKS[step];
    return step === last || to === undefined ? `${from}+` : `${from}–${format(to)}`;
  });
  return { classes: Uint8Array.from(ids, stepOf), legend: { title, kind: 'scale', names } };
}

/** Values of a column of metadata: the most frequent ones, and all others as one group. */
export function byColumn(values: readonly string[], title: string, other: string): Colouring {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
  const fits = sorted.length <= MOST_GROUPS;
  const named = fits ? sorted : sorted.slice(0, MOST_GROUPS - 1);
  const classOf = new Map(named.map((value, i) => [value, i]));
  return {
    classes: Uint8Array.from(values, (value) => classOf.get(value) ?? named.length),
    legend: {
      title,
      kind: 'groups',
      names: [...named.map((value) => value || '–'), ...(fits ? [] : [other])],
    },
  };
}

/** Clusters, each called after its most frequent words: `words` in the order of frequency. */
export function byCluster(labels: Int32Array, words: readonly string[], title: string): Colouring {
  const count = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const members = Array.from({ length: count }, () => [] as string[]);
  words.forEach((word, i) => {
    const own = members[labels[i] ?? -1];
    if (own && own.length < 2) own.push(word);
  });
  const names = members.map((own, i) => own.join(', ') || String(i + 1));
  return { classes: Uint8Array.from(labels), legend: { title, kind: 'groups', names: unique(names) } };
}

/** Two groups of one name would be one in a list. */
function unique(names: readonly string[]): readonly string[] {
  return names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${i + 1})`));
}

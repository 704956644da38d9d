import type { MapLegend } from '../../components/plots/point-map/types.ts';

/** Classes of a map's points, and what they are called. */
export interface Colouring {
  readonly classes: Uint8Array;
  readonly legend: MapLegend;
}

/** Most groups that can be told apart by colour and shape. */
const MOST_GROUPS = 24;
/** Ranks at which a step may end, and how many steps there are at most. */
const BOUNDS = [10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000] as const;
const STEPS = 5;

/** Steps of rank that grow by ratios, as frequencies fall; the last one ends with the last word. */
export function byRank(ids: Int32Array, title: string, format: (value: number) => string): Colouring {
  const most = ids.reduce((last, id) => Math.max(last, id + 1), 1);
  const bounds = BOUNDS.filter((bound) => bound < most).slice(1 - STEPS);
  const stepOf = (id: number) => bounds.filter((bound) => id >= bound).length;
  const names = [...bounds, most].map((to, step) => `${format((bounds[step - 1] ?? 0) + 1)}–${format(to)}`);
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

/** Words that name a cluster, chosen among so many of its most frequent ones: a rare word says little. */
const NAMING = 2;
const KNOWN = 40;

/**
 * Clusters, each called after the words nearest to its middle.
 * @param words the most frequent first
 * @param units (n, d), rows of length 1 in the order of `words`
 */
export function byCluster(
  labels: Int32Array,
  words: readonly string[],
  units: Float32Array,
  title: string,
): Colouring {
  const d = words.length > 0 ? units.length / words.length : 0;
  const count = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const middles = new Float64Array(count * d);
  labels.forEach((label, i) => {
    for (let j = 0; j < d; j++) middles[label * d + j]! += units[i * d + j]!;
  });
  const closeness = Float64Array.from(labels, (label, i) => {
    let dot = 0;
    for (let j = 0; j < d; j++) dot += middles[label * d + j]! * units[i * d + j]!;
    return dot;
  });
  const members = Array.from({ length: count }, () => [] as number[]);
  labels.forEach((label, i) => {
    members[label]?.push(i);
  });
  const names = members.map((own, i) => {
    const typical = own
      .slice(0, KNOWN)
      .sort((a, b) => closeness[b]! - closeness[a]!)
      .slice(0, NAMING);
    return typical.map((each) => words[each]).join(', ') || String(i + 1);
  });
  return { classes: Uint8Array.from(labels), legend: { title, kind: 'groups', names: unique(names) } };
}

/** Two groups of one name would be one in a list. */
function unique(names: readonly string[]): readonly string[] {
  return names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${i + 1})`));
}

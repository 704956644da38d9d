import { useEffect, useState } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { shapeMapMessages } from '../../i18n/messages/shape-maps.ts';
import { type GroupSizes, groupPairs, groupSizes } from '../../models/projection/group-sizes.ts';
import type { Projection } from '../../store/projection-state.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import tools from '../tools/tools.module.css';
import { classCount } from './MapCell.tsx';
import type { ShapeView } from './ShapeMapsFigure.tsx';

export interface Measured {
  readonly space: GroupSizes;
  /** Null while there is no map. */
  readonly map: GroupSizes | null;
}

/** ms between two measurements of a map that moves. */
const EVERY = 200;

/** Sizes of the groups in the space and, a few times a second, on the first of the maps. */
export function useMeasured({ points, maps }: ShapeView): Measured {
  const map = maps?.[0] ?? null;
  const [sizes, setSizes] = useState<GroupSizes | null>(null);
  const { classes, vectors, dimensions } = points;
  const groups = classCount(points);
  useEffect(() => {
    setSizes(null);
    return map ? follow(map, classes, groups, setSizes) : undefined;
  }, [map, classes, groups]);
  return { space: groupSizes(vectors, dimensions, classes, groups), map: sizes };
}

function follow(
  map: Projection,
  classes: Uint8Array,
  groups: number,
  put: (sizes: GroupSizes) => void,
): () => void {
  let last = Number.NEGATIVE_INFINITY;
  const measure = () => {
    const frame = map.latest();
    if (frame?.positions.length !== 2 * classes.length) return;
    last = performance.now();
    put(groupSizes(frame.positions, 2, classes, groups));
  };
  measure();
  const stopFrames = map.onFrame(() => {
    if (performance.now() - last >= EVERY) measure();
  });
  const stopPhases = map.store.subscribe(({ phase }, before) => {
    if (phase !== before.phase) measure();
  });
  return () => {
    stopFrames();
    stopPhases();
  };
}

export const groupName = (group: number): string => String.fromCharCode(65 + group);

const share = (values: Float64Array, i: number): number =>
  (values[i] ?? Number.NaN) / (values[0] ?? Number.NaN);

/** What the map makes of the ratio that the reader has set: in the space, and on the map. */
export function ratiosOf(shape: string, { space, map }: Measured): readonly [number, number] {
  // Pairs are A–B, A–C, B–C.
  const of = ({ widths, distances }: GroupSizes) =>
    shape === 'distances'
      ? share(Float64Array.of(distances[0] ?? 0, distances[2] ?? 0), 1)
      : share(widths, 1);
  return [of(space), map ? of(map) : Number.NaN];
}

/** Widths and distances in the space beside those on the map: never comparable themselves, their ratios are. */
export function MeasuredTable({ view, measured }: { readonly view: ShapeView; readonly measured: Measured }) {
  const text = useText(shapeMapMessages);
  const { shape } = view.settings;
  const { space, map } = measured;
  const groups = space.widths.length;
  const times = (value: number) =>
    Number.isFinite(value) ? text('shapes.times', { value: formatFixed(value, 2) }) : '–';
  const row = (
    id: string,
    name: string,
    values: Float64Array,
    mapped: Float64Array | undefined,
    i: number,
  ) => ({
    id,
    cells: [
      name,
      formatFixed(values[i] ?? 0, 2),
      times(share(values, i)),
      mapped ? formatFixed(mapped[i] ?? 0, 2) : '–',
      mapped ? times(share(mapped, i)) : '–',
    ],
  });
  const widths = Array.from({ length: groups }, (_, g) =>
    row(`w${g}`, text('shapes.width-of', { name: groupName(g) }), space.widths, map?.widths, g),
  );
  const pairs = shape === 'nested' ? [] : groupPairs(groups);
  const distances = pairs.map(([a, b], i) =>
    row(
      `d${i}`,
      text('shapes.distance-of', { a: groupName(a), b: groupName(b) }),
      space.distances,
      map?.distances,
      i,
    ),
  );
  const heads = ['of', 'space', 'ratio', 'on-map', 'ratio'] as const;
  const [inSpace, onMap] = ratiosOf(shape, measured);
  const verdict = shape === 'distances' ? 'shapes.verdict-distances' : 'shapes.verdict-widths';
  return (
    <>
      <p className={tools.readout} data-testid="verdict">
        {Number.isFinite(onMap)
          ? text(verdict, { space: formatFixed(inSpace, 1), map: formatFixed(onMap, 1) })
          : '…'}
      </p>
      <NumberTable
        caption={text('shapes.measured')}
        heads={heads.map((head) => text(`shapes.head-${head}`))}
        rows={[...widths, ...distances]}
      />
    </>
  );
}

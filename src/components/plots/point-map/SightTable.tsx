import { pointMapMessages } from '../../../i18n/messages/point-map.ts';
import { formatFixed } from '../../diagrams/formatNumber.ts';
import { useText } from '../../text/useText.tsx';
import styles from './point-map.module.css';
import type { MapLegend, MapPoints } from './types.ts';

/** Rows at most: more than are read, and few enough to be there at once. */
export const MOST_ROWS = 200;
const AXES = ['x', 'y', 'z'] as const;

export interface SightTableProps {
  readonly points: MapPoints;
  readonly legend: MapLegend | null;
  readonly selected: readonly number[];
  /** Points in sight, the most important first. */
  readonly inSight: readonly number[];
}

/** The points in sight as numbers: for screen readers, for copying, for tests. The selected ones come first. */
export function SightTable({ points, legend, selected, inSight }: SightTableProps) {
  const text = useText(pointMapMessages);
  const axes = AXES.slice(0, points.dimensions);
  const rows = [...new Set([...selected, ...inSight])].slice(0, MOST_ROWS);
  const count = inSight.length;
  const caption =
    count > rows.length
      ? text('pmap.in-sight-more', { shown: rows.length, count })
      : text('pmap.in-sight', { count });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.sight} tabIndex={0} aria-label={text('pmap.table')}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text('pmap.head-word')}</th>
            {axes.map((axis) => (
              <th key={axis} scope="col">
                {axis}
              </th>
            ))}
            {legend && <th scope="col">{legend.title}</th>}
            <th scope="col">{text('pmap.head-state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((i) => (
            <tr key={i}>
              <th scope="row">
                <bdi>{points.labels[i]}</bdi>
              </th>
              {axes.map((name, axis) => (
                <td key={name}>
                  {formatFixed(points.positions[points.dimensions * i + axis] ?? Number.NaN, 3)}
                </td>
              ))}
              {legend && <td>{legend.names[points.classes?.[i] ?? -1] ?? ''}</td>}
              <td>{selected.includes(i) ? text('pmap.is-selected') : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { MARKER_PATHS } from '../Marker.tsx';
import { classColour, shapeOf } from './looks.ts';
import styles from './point-map.module.css';
import type { MapLegend } from './types.ts';

/** What the colours and shapes of a map's classes stand for. */
export function LegendBar({ legend }: { readonly legend: MapLegend }) {
  return (
    <div className={styles.legend}>
      <span>{legend.title}</span>
      <ul>
        {legend.names.map((name, i) => (
          <li key={name}>
            <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true">
              <path
                d={MARKER_PATHS[shapeOf(legend.kind, i)]}
                style={{ fill: classColour(legend, i), stroke: classColour(legend, i) }}
                strokeWidth={1.4}
              />
            </svg>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { useEffect, useMemo, useRef } from 'react';
import { MARKER_SHAPES, type MarkerShape } from './Marker.tsx';
import { classColour } from './point-map/looks.ts';
import styles from './SmallMap.module.css';
import { markPaths } from './smallMapPaths.ts';

export interface SmallMapProps {
  /** Accessible name. */
  readonly name: string;
  readonly classes: Uint8Array;
  /** Classes without an order (colour and shape), or steps of one scale. */
  readonly kind: 'groups' | 'scale';
  readonly classCount: number;
  /** Of `positions`: columns, of which the first two are drawn. */
  readonly width: number;
  /** Units on a side, in which a mark is some 4 wide; 200 if not said. */
  readonly size?: number;
  /** What is drawn until something else is. */
  readonly positions: Float32Array | null;
  /** Hears of new positions between two drawings of React; returns how to stop hearing. */
  readonly subscribe?: (draw: (positions: Float32Array) => void) => () => void;
}

const SIZE = 200;
const MARGIN = 10;

/** Some hundred points in a square, drawn as often as they move: one path a class. */
export function SmallMap(props: SmallMapProps) {
  const { name, classes, kind, classCount, width, positions, subscribe, size = SIZE } = props;
  const root = useRef<SVGSVGElement>(null);
  const shapes = useMemo(
    () => Array.from({ length: classCount }, (_, c) => shapeOf(kind, c)),
    [kind, classCount],
  );
  useEffect(() => {
    const draw = (moved: Float32Array) => {
      if (moved.length !== classes.length * width) return;
      const paths = markPaths({ positions: moved, width, classes, shapes }, size, MARGIN);
      root.current?.querySelectorAll('path').forEach((path, c) => {
        path.setAttribute('d', paths[c] ?? '');
      });
    };
    if (positions) draw(positions);
    return subscribe?.(draw);
  }, [positions, subscribe, classes, width, shapes, size]);
  const legend = { title: '', kind, names: shapes };
  return (
    <svg
      ref={root}
      role="img"
      aria-label={name}
      viewBox={`0 0 ${size} ${size}`}
      className={styles.map}
      data-export=""
    >
      {shapes.map((shape, c) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a class is its number.
          key={c}
          className={styles.marks}
          data-outline={shape !== 'circle' || undefined}
          style={{
            stroke: classColour(legend, c),
            fill: shape === 'circle' ? 'none' : classColour(legend, c),
          }}
        />
      ))}
    </svg>
  );
}

function shapeOf(kind: SmallMapProps['kind'], index: number): MarkerShape {
  return kind === 'scale' ? 'circle' : (MARKER_SHAPES[index % MARKER_SHAPES.length] ?? 'circle');
}

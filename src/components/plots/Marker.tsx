import styles from './plots.module.css';

export const MARKER_SHAPES = ['circle', 'square', 'triangle', 'diamond', 'cross', 'plus'] as const;
export type MarkerShape = (typeof MARKER_SHAPES)[number];

/** Outlines about 0 0, some 8 px wide. */
export const MARKER_PATHS: Readonly<Record<MarkerShape, string>> = {
  circle: 'M4 0A4 4 0 1 1 -4 0A4 4 0 1 1 4 0Z',
  square: 'M-3.5 -3.5H3.5V3.5H-3.5Z',
  triangle: 'M0 -4.5L4.5 3.5H-4.5Z',
  diamond: 'M0 -5L5 0L0 5L-5 0Z',
  cross: 'M-4 -4L4 4M4 -4L-4 4',
  plus: 'M-5 0H5M0 -5V5',
};

/** A point of a plot, in the role's colour: filled where the shape has an inside. */
export function Marker(props: { readonly shape: MarkerShape; readonly x: number; readonly y: number }) {
  const { shape, x, y } = props;
  return <path d={MARKER_PATHS[shape]} transform={`translate(${x} ${y})`} className={styles.marker} />;
}

/** A line with its mark, as a legend shows it. */
export function LineSample(props: { readonly shape: MarkerShape; readonly dash?: string | undefined }) {
  return (
    <svg width={30} height={12} viewBox="0 0 30 12" aria-hidden="true" className={styles.sample}>
      <path d="M0 6H30" className={styles.series} strokeDasharray={props.dash} />
      <Marker shape={props.shape} x={15} y={6} />
    </svg>
  );
}
